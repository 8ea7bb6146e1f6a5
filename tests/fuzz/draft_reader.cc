// libFuzzer: any bytes as a draft of the real form; then a few edits, and what was read must be written and read again.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include "form/load/load.h"
#include "form/session.h"

namespace {

using namespace formcheck::form;  // NOLINT: a test of one room
namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
}

const Definition& definition() {
  static const auto loaded = [] {
    DefinitionFiles files;
    for (const char* folder : {"/schema/zj-quality-benchmark/2025", "/schema/codes", "/schema"}) {
      for (const auto& entry : fs::directory_iterator(std::string(FORMCHECK_SOURCE_DIR) + folder)) {
        if (entry.path().extension() == ".json") files.files.emplace_back(entry.path().filename().string(), read(entry.path()));
      }
    }
    auto definition = load_definition(files);
    if (!definition) std::abort();
    return std::move(*definition);
  }();
  return *loaded;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Session session(definition());
  if (!session.open(bytes).ok) return 0;
  if (size > 0) (void)session.insert_row(data[0] % 6, data[size / 2]);
  const std::string once = session.draft("");
  const std::string report = session.report();
  Session again(definition());
  if (!again.open(once).ok) std::abort();
  if (again.report() != report || again.draft("") != once) std::abort();
  return 0;
}
