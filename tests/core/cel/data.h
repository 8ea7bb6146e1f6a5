// The cases of tests/core/cel/data.
#pragma once
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

namespace formcheck::cel::test {

using Json = nlohmann::ordered_json;

inline Json load(const std::string& name) {
  std::ifstream file(FORMCHECK_SOURCE_DIR "/tests/core/cel/data/" + name);
  Json json = Json::parse(std::string(std::istreambuf_iterator<char>(file), {}), nullptr, false);
  REQUIRE(json.is_object());
  return json;
}

}  // namespace formcheck::cel::test
