// Times of the narrative reader: bench_narrative ROOT prints "name<TAB>nanoseconds" lines, medians. ROOT is
// the repository.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "narrative/line.h"
#include "narrative/review.h"

namespace {

using namespace formcheck::narrative;  // NOLINT: a program about one room
using Clock = std::chrono::steady_clock;

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
}

template <class Act>
double nanoseconds(std::size_t repeats, const Act& act) {
  const auto begin = Clock::now();
  for (std::size_t i = 0; i < repeats; ++i) act(i);
  return std::chrono::duration<double, std::nano>(Clock::now() - begin).count() /
         static_cast<double>(repeats);
}

template <class Act>
void measure(const std::string& name, const Act& act) {
  std::size_t repeats = 2;
  while (nanoseconds(repeats, act) * static_cast<double>(repeats) < 2e6) repeats *= 2;
  std::vector<double> times;
  for (int i = 0; i < 31; ++i) times.push_back(nanoseconds(repeats, act));
  std::nth_element(times.begin(), times.begin() + 15, times.end());
  std::printf("%s\t%.1f\n", name.c_str(), times[15]);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 1;
  const std::string root = argv[1], edition = root + "/schema/zj-quality-benchmark/2025/";
  const std::string data = read(edition + "narrative.json"), wording = read(edition + "narrative.zh-CN.json");
  const auto knowledge = load_knowledge(data, wording);
  if (!knowledge) return 1;
  measure("load", [&](std::size_t) { (void)load_knowledge(data, wording); });
  const std::string draft = read(root + "/tests/cases/sample/draft.json");
  Review review(**knowledge);
  if (!review.open(draft)) return 1;
  measure("open", [&](std::size_t) { (void)review.open(draft); });
  const auto sample = nlohmann::json::parse(draft)["values"]["implementation"].get<std::string>();
  for (const std::size_t characters : {1000u, 4000u, 40000u}) {
    std::u32string text;
    while (text.size() < characters) text += to_utf32(sample) + U"\n";
    text.resize(characters);
    const std::string first = to_utf8(text), second = first + "质";
    const std::string n = std::to_string(characters);
    measure("read" + n, [&](std::size_t) {  // every paragraph anew
      review.set("/values/implementation", "");
      review.set("/values/implementation", first);
    });
    // All in one paragraph: what a text without line breaks costs.
    std::string one = first;
    std::replace(one.begin(), one.end(), '\n', ' ');
    measure("readOneParagraph" + n, [&](std::size_t) {
      review.set("/values/implementation", "");
      review.set("/values/implementation", one);
    });
    review.set("/values/implementation", first);
    const std::size_t middle = characters / 2;
    measure("key" + n,
            [&](std::size_t i) { review.edit("/values/implementation", middle, i % 2, i % 2 ? "" : "质"); });
    measure("keyAndFindings" + n, [&](std::size_t i) {
      review.edit("/values/implementation", middle, i % 2, i % 2 ? "" : "质");
      (void)review.findings();
    });
  }
  review.open(draft);
  measure("number", [&](std::size_t i) {
    review.set("/values/indicators/1/current", i % 2 ? "128,936.42" : "128,936.43");
  });
  measure("numberAndFindings", [&](std::size_t i) {
    review.set("/values/indicators/1/current", i % 2 ? "128,936.42" : "128,936.43");
    (void)review.findings();
  });
  return 0;
}
