// Times of the core without a browser: bench_core FOLDER [NAME] prints "name<TAB>nanoseconds" lines, medians (of NAME only,
// for a profiler). FOLDER holds the
// definition's files, sample.json (a draft) and places.json ({"number": slot, …}), as tools/bench/run lays them out.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "form/image/image.h"
#include "form/load/load.h"
#include "form/session.h"

namespace {

using namespace formcheck::form;  // NOLINT: a program about one room
using Clock = std::chrono::steady_clock;

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
}

[[noreturn]] void fail(const char* what) {
  std::fprintf(stderr, "bench_core: %s\n", what);
  std::exit(1);
}

template <class Act>
double nanoseconds(std::size_t repeats, const Act& act) {
  const auto begin = Clock::now();
  for (std::size_t i = 0; i < repeats; ++i) act(i);
  return std::chrono::duration<double, std::nano>(Clock::now() - begin).count() / static_cast<double>(repeats);
}

// The median of 31 batches, each long enough (2 ms) for the clock; the first runs only warm up and size the batch.
const char* only = nullptr;

template <class Act>
void measure(const char* name, const Act& act) {
  if (only != nullptr && std::strcmp(only, name) != 0) return;
  std::size_t repeats = 2;
  while (nanoseconds(repeats, act) * static_cast<double>(repeats) < 2e6) repeats *= 2;
  std::vector<double> times;
  for (int i = 0; i < 31; ++i) times.push_back(nanoseconds(repeats, act));
  std::nth_element(times.begin(), times.begin() + 15, times.end());
  std::printf("%s\t%.1f\n", name, times[15]);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) fail("usage: bench_core FOLDER [NAME]");
  if (argc == 3) only = argv[2];
  const std::filesystem::path folder = argv[1];
  DefinitionFiles files;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "definition")) {
    files.files.emplace_back(entry.path().filename().string(), read(entry.path()));
  }
  const auto compiled = load_definition(files);
  if (!compiled) fail("the definition is faulty");
  const std::string view = make_view(files, **compiled), image = write_image(**compiled, view);
  const auto cold = Clock::now();
  const auto definition = read_image(image, view).definition;
  std::printf("loadCold\t%.1f\n", std::chrono::duration<double, std::nano>(Clock::now() - cold).count());
  if (!definition) fail("the image cannot be read");

  const std::string sample = read(folder / "sample.json");
  const auto places = nlohmann::json::parse(read(folder / "places.json"), nullptr, false);
  const auto slot = [&](const char* name) { return static_cast<Slot>(places[name].get<unsigned>()); };
  const auto long_text = places["longText"].get<std::string>();
  const auto middle = places["middle"].get<std::size_t>();  // UTF-16 units
  std::string ten_times;
  for (int i = 0; i < 10; ++i) ten_times += long_text + "\n";

  Session session(*definition);
  if (!session.open(sample).ok) fail("the sample cannot be opened");
  const Slot number = slot("number"), scalar = slot("scalar"), invention = slot("invention"), narrative = slot("narrative");
  const auto key = [&](std::size_t i) { session.edit(narrative, middle, i % 2, i % 2 ? "" : "质"); };

  measure("number", [&](std::size_t i) { session.set(number, i % 2 ? "96,400.10" : "96,400.20"); });
  measure("numberDelta", [&](std::size_t i) {
    if (session.set(number, i % 2 ? "96,400.10" : "96,400.20") != 0) (void)session.delta();
  });
  measure("finding", [&](std::size_t i) {
    if (session.set(invention, i % 2 ? "999" : "23") != 0) (void)session.delta();
  });
  measure("scalar", [&](std::size_t i) { session.set(scalar, i % 2 ? "台州市温岭市一号" : "台州市温岭市二号"); });
  session.set(narrative, long_text);
  measure("key4000", key);
  measure("key4000Delta", [&](std::size_t i) {
    key(i);
    (void)session.delta();
  });
  measure("set4000", [&](std::size_t i) { session.set(narrative, i % 2 ? long_text : long_text + "质"); });
  session.set(narrative, ten_times);
  measure("key40000", key);
  session.set(narrative, long_text);
  measure("whole", [&](std::size_t) { session.recheck(); });
  measure("open", [&](std::size_t) { (void)session.open(sample); });
  measure("load", [&](std::size_t) { (void)read_image(image, view); });
  return 0;
}
