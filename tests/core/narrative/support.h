// The edition's knowledge and the case files, for the tests of this room.
#pragma once
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "narrative/review.h"

namespace formcheck::narrative {

inline std::string file_text(const std::string& path) {
  std::ifstream in(FORMCHECK_SOURCE_DIR "/" + path, std::ios::binary);
  REQUIRE(in);
  return std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
}

inline const std::string& knowledge_text() {
  static const std::string kText = file_text("schema/zj-quality-benchmark/2025/narrative.json");
  return kText;
}

inline const std::string& wording_text() {
  static const std::string kText = file_text("schema/zj-quality-benchmark/2025/narrative.zh-CN.json");
  return kText;
}

inline const Knowledge& knowledge() {
  static const auto kLoaded = load_knowledge(knowledge_text(), wording_text());
  REQUIRE(kLoaded);
  return **kLoaded;
}

}  // namespace formcheck::narrative
