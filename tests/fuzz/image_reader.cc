// libFuzzer: any bytes as the body of an image, under a head that is right: refused, or a definition on which
// a session runs.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "form/image/image.h"
#include "form/load/load.h"
#include "form/session.h"

namespace {

namespace fs = std::filesystem;
using namespace formcheck::form;  // NOLINT: the whole target is about it

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
}

// The view that the seeds were made with: their texts point into it.
const std::string& view() {
  static const std::string text = [] {
    DefinitionFiles files;
    for (const char* folder : {"/tests/cases/definition/mini", "/schema"}) {
      for (const auto& entry : fs::directory_iterator(std::string(FORMCHECK_SOURCE_DIR) + folder)) {
        if (entry.path().extension() == ".json")
          files.files.emplace_back(entry.path().filename().string(), read(entry.path()));
      }
    }
    auto definition = load_definition(files);
    if (!definition) std::abort();
    return make_view(files, **definition);
  }();
  return text;
}

void run(const Definition& definition) {
  Session session(definition);
  const std::string blank = session.draft("");
  Session again(definition);
  (void)again.open(blank);
  const auto slots = session.sheet().slots();
  for (std::size_t i = 0; i < slots.size() && i < 200; ++i)
    (void)session.set(slots[i], i % 3 == 0 ? "12.5" : i % 3 == 1 ? "甲公司\n【图1】" : "/");
  for (std::uint32_t t = 0; t < definition.tables.size(); ++t) {
    (void)session.insert_row(t, 1), (void)session.move_row(t, 0, 1), (void)session.remove_row(t, 0);
  }
  (void)session.delta(), (void)session.snapshot(), (void)session.report();
  for (const Finding& f : session.findings().all()) (void)session.apply_fix(f.key());
  while (session.undo() != 0) {
  }
  (void)session.delta();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  const ReadImage read = read_image(seal_image(body, view()), view());
  if (read.definition != nullptr) run(*read.definition);
  return 0;
}
