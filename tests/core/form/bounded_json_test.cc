#include "support.h"

using formcheck::form::BoundedJson;
using formcheck::form::read_json;

TEST_CASE("a fault in JSON is placed by line and column, in characters") {
  const auto out = read_json("{\n  \"名称\": 甲\n}");
  REQUIRE(out.fault == BoundedJson::Fault::syntax);
  REQUIRE(out.line == 2);
  REQUIRE(out.column == 9);
}

TEST_CASE("bytes that are not UTF-8 are placed") {
  const auto out = read_json("{\"a\": \"\xC6\xD3\"}");
  REQUIRE(out.fault == BoundedJson::Fault::not_utf8);
  REQUIRE(out.offset == 7);
}

TEST_CASE("depth, size and breadth are bounded") {
  REQUIRE(read_json(std::string(32, '[') + std::string(32, ']')).fault == BoundedJson::Fault::none);
  REQUIRE(read_json(std::string(33, '[') + std::string(33, ']')).fault == BoundedJson::Fault::too_deep);
  REQUIRE(read_json(std::string(1'000'000, '[')).fault == BoundedJson::Fault::too_deep);
  REQUIRE(read_json("[1,2,3]", {6, 32, 10}).fault == BoundedJson::Fault::too_large);
  REQUIRE(read_json("{\"a\":1,\"b\":2}", {100, 32, 1}).fault == BoundedJson::Fault::too_many_keys);
}

TEST_CASE("a key given twice keeps the last value and tells the first") {
  const auto out = read_json("{\"a\": {\"b\": 1, \"b\": 2}}");
  REQUIRE(out.value["a"]["b"] == 2);
  REQUIRE(out.duplicates.size() == 1);
  REQUIRE(out.duplicates[0].first == "/a/b");
  REQUIRE(out.duplicates[0].second == 1);
}

TEST_CASE("lone surrogates become U+FFFD and are told; pairs stay") {
  const auto out = read_json(R"({"a": "x\ud800y", "b": "\ud842\udfb7", "c": "\\ud800", "d": "\udc00"})");
  REQUIRE(out.fault == BoundedJson::Fault::none);
  REQUIRE(out.value["a"] == "x\xEF\xBF\xBDy");
  REQUIRE(out.value["b"] == "𠮷");
  REQUIRE(out.value["c"] == "\\ud800");
  REQUIRE(out.lone_surrogates == std::vector<std::string>{"/a", "/d"});
}

TEST_CASE("numbers with a fraction keep their digits as written") {
  const auto out = read_json(R"([1, 12.50, {"x": 100000000000000000000000}])");
  REQUIRE(out.numbers.size() == 2);
  REQUIRE(out.numbers.at("/1") == "12.50");
  REQUIRE(out.numbers.at("/2/x") == "100000000000000000000000");
}

TEST_CASE("a byte order mark is no fault, an empty file is told apart") {
  REQUIRE(read_json("\xEF\xBB\xBF{}").fault == BoundedJson::Fault::none);
  REQUIRE(read_json("").fault == BoundedJson::Fault::empty);
  REQUIRE(read_json(" \r\n").fault == BoundedJson::Fault::empty);
}

TEST_CASE("pointers escape as RFC 6901 says") { REQUIRE(formcheck::form::pointer_to("/a", "b/c~d") == "/a/b~1c~0d"); }
