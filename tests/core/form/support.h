// What the tests of the form room share: reading files, the real definition, a small one.
#pragma once
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "form/load/load.h"
#include "form/session.h"

namespace support {

namespace fs = std::filesystem;
using formcheck::form::Definition;
using formcheck::form::DefinitionFiles;
using Json = nlohmann::ordered_json;  // the tests read what the core writes with a library of their own

inline const fs::path kRoot = FORMCHECK_SOURCE_DIR;

inline std::string read(const fs::path& path) {
  INFO("reading " << path);
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in.good());
  return std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
}

inline Json read_json(const fs::path& path) {
  Json json = Json::parse(read(path), nullptr, false);
  INFO("parsing " << path);
  REQUIRE_FALSE(json.is_discarded());
  return json;
}

inline void add_folder(const fs::path& folder, DefinitionFiles& files) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.files.emplace_back(entry.path().filename().string(), read(entry.path()));
  }
}

inline DefinitionFiles real_files() {
  DefinitionFiles files;
  add_folder(kRoot / "schema/zj-quality-benchmark/2025", files);
  add_folder(kRoot / "schema/codes", files);
  files.files.emplace_back("core.zh-CN.json", read(kRoot / "schema/core.zh-CN.json"));
  return files;
}

inline DefinitionFiles mini_files() {
  DefinitionFiles files;
  add_folder(kRoot / "tests/cases/definition/mini", files);
  files.files.emplace_back("core.zh-CN.json", read(kRoot / "schema/core.zh-CN.json"));
  return files;
}

inline std::unique_ptr<const Definition> load(const DefinitionFiles& files) {
  auto loaded = formcheck::form::load_definition(files);
  if (!loaded) {
    const auto& e = loaded.error();
    std::string args;
    for (const auto& [k, v] : e.args) args += " " + k + "=" + v;
    FAIL(e.file << " " << e.place << ":" << e.column << " " << e.code << args);
  }
  return std::move(*loaded);
}

inline const Definition& real() {
  static const auto definition = load(real_files());
  return *definition;
}
inline const Definition& mini() {
  static const auto definition = load(mini_files());
  return *definition;
}

inline std::string sample() { return read(kRoot / "tests/cases/sample/draft.json"); }

}  // namespace support
