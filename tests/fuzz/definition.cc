// libFuzzer: any bytes as one of the three files of a small form. A fault names its file and has a wording's code; a form that
// loads can be opened, filled and reported.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "form/load/load.h"
#include "form/session.h"

namespace {

using namespace formcheck::form;  // NOLINT: a test of one room
namespace fs = std::filesystem;

void require(bool holds) {
  if (!holds) std::abort();
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
}

const DefinitionFiles& sound() {
  static const DefinitionFiles files = [] {
    DefinitionFiles all;
    for (const auto& entry : fs::directory_iterator(std::string(FORMCHECK_SOURCE_DIR) + "/tests/cases/definition/mini")) {
      all.files.emplace_back(entry.path().filename().string(), read(entry.path()));
    }
    all.files.emplace_back("core.zh-CN.json", read(std::string(FORMCHECK_SOURCE_DIR) + "/schema/core.zh-CN.json"));
    require(load_definition(all).has_value());
    return all;
  }();
  return files;
}

}  // namespace

// The first byte says which file the rest stands for.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr const char* kFiles[] = {"form.json", "rules.json", "messages.zh-CN.json", "towns.json"};
  const std::string_view name = kFiles[data[0] % std::size(kFiles)];
  DefinitionFiles files = sound();
  for (auto& [file, text] : files.files) {
    if (file == name) text.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  }
  const auto loaded = load_definition(files);
  if (!loaded) {
    require(!loaded.error().code.empty() && !loaded.error().file.empty());
    return 0;
  }
  Session session(**loaded);
  for (Slot s = 0; session.sheet().has(s) && s < 64; ++s) (void)session.set(s, "12");
  const std::string report = session.report();
  session.recheck();
  require(session.report() == report);
  return 0;
}
