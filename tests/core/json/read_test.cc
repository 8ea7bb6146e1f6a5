#include "json/read.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>

#include "json/write.h"

using formcheck::json::Fault;
using formcheck::json::Value;
using formcheck::json::Writer;

namespace {

auto read_json(std::string_view bytes, const formcheck::json::Limits& limits = {}) {
  return formcheck::json::read(bytes, limits);
}
std::string text(const Value& v) { return Writer().value(v).take(); }

}  // namespace

TEST_CASE("a fault in JSON is placed by line and column, in characters") {
  const auto out = read_json("{\n  \"名称\": 甲\n}");
  REQUIRE(out.fault == Fault::syntax);
  REQUIRE(out.line == 2);
  REQUIRE(out.column == 9);
}

TEST_CASE("bytes that are not UTF-8 are placed") {
  const auto out = read_json("{\"a\": \"\xC6\xD3\"}");
  REQUIRE(out.fault == Fault::not_utf8);
  REQUIRE(out.offset == 7);
}

TEST_CASE("depth, size and breadth are bounded") {
  REQUIRE(read_json(std::string(32, '[') + std::string(32, ']')).fault == Fault::none);
  REQUIRE(read_json(std::string(33, '[') + std::string(33, ']')).fault == Fault::too_deep);
  REQUIRE(read_json(std::string(1'000'000, '[')).fault == Fault::too_deep);
  REQUIRE(read_json("[1,2,3]", {6, 32, 10}).fault == Fault::too_large);
  REQUIRE(read_json("{\"a\":1,\"b\":2}", {100, 32, 1}).fault == Fault::too_many_keys);
}

TEST_CASE("a key given twice keeps the last value and tells the first") {
  const auto out = read_json("{\"a\": {\"b\": 1, \"b\": 2}}");
  REQUIRE(text(out.root) == R"({"a":{"b":2}})");
  REQUIRE(out.duplicates.size() == 1);
  REQUIRE(out.duplicates[0].first == "/a/b");
  REQUIRE(text(out.duplicates[0].second) == "1");
}

TEST_CASE("a value that gives way keeps what it held, and its neighbours stay") {
  const auto out = read_json(R"({"x":[1],"a":{"k":"v"},"z":0,"a":[true],"a":null})");
  REQUIRE(text(out.root) == R"({"x":[1],"a":null,"z":0})");
  REQUIRE(out.duplicates.size() == 2);
  REQUIRE(text(out.duplicates[0].second) == R"({"k":"v"})");
  REQUIRE(text(out.duplicates[1].second) == "[true]");
}

TEST_CASE("lone surrogates become U+FFFD and are told; pairs stay") {
  const auto out = read_json(R"({"a": "x\ud800y", "b": "\ud842\udfb7", "c": "\\ud800", "d": "\udc00"})");
  REQUIRE(out.fault == Fault::none);
  REQUIRE(out.root.text_of("a") == "x\xEF\xBF\xBDy");
  REQUIRE(out.root.text_of("b") == "𠮷");
  REQUIRE(out.root.text_of("c") == "\\ud800");
  REQUIRE(out.lone_surrogates == std::vector<std::string>{"/a", "/d"});
}

TEST_CASE("numbers keep their digits as written") {
  const std::string numbers = R"([1,12.50,{"x":100000000000000000000000},-0,1e5,0.1E-007])";
  REQUIRE(text(read_json(numbers).root) == numbers);
}

TEST_CASE("a byte order mark is no fault, an empty file is told apart") {
  REQUIRE(read_json("\xEF\xBB\xBF{}").fault == Fault::none);
  REQUIRE(read_json("").fault == Fault::empty);
  REQUIRE(read_json(" \r\n").fault == Fault::empty);
}

TEST_CASE("pointers escape as RFC 6901 says") {
  REQUIRE(formcheck::json::pointer_to("/a", "b/c~d") == "/a/b~1c~0d");
}

TEST_CASE("what stands where it may not is told at its last byte, a missing end past the last") {
  const auto offset = [](std::string_view bytes) {
    const auto out = read_json(bytes);
    REQUIRE(out.fault == Fault::syntax);
    REQUIRE(out.root.is(formcheck::json::Kind::null));
    return out.offset;
  };
  REQUIRE(offset("[1 234]") == 5);
  REQUIRE(offset("{\"a\" \"bc\"}") == 8);
  REQUIRE(offset("[1,]") == 3);
  REQUIRE(offset("[1") == 2);
  REQUIRE(offset("[1 t") == 4);  // what stands behind the last byte is nobody's
  REQUIRE(offset("[1 nul") == 6);
  REQUIRE(offset("[tru]") == 4);
  REQUIRE(offset("{} null") == 6);
  REQUIRE(offset("\xEF\xBB\xBF[x]") == 4);
}

// Another reader of the same grammar: the two must agree on what is JSON and, but for what only ours tells,
// on what it says.
TEST_CASE("random damage is judged as the JSON library judges it") {
  const std::string good =
      R"({"text":"甲\u00e9\ud842\udfb7\n\"q\"","list":[1,-2.5e-3,0,true,false,null,[],{}],"deep":{"a":{"b":[{"c":"\/"}]}}, "n":0.001})";
  std::mt19937 random(20251125);
  const std::string_view pieces[] = {"\"", "\\", "{", "}",     "[", "]",  ",",    ":",    "0",      "-",
                                     ".",  "e",  "t", "\\u12", " ", "\n", "\x01", "null", "\"k\":1"};
  int accepted = 0;
  for (int i = 0; i < 60'000; ++i) {
    std::string text = good;
    for (std::size_t n = random() % 3; n < 3; ++n) {
      const std::size_t at = random() % text.size();
      if (random() % 2 == 0) {
        text.erase(at, 1 + random() % 3);
      } else {
        text.insert(at, pieces[random() % std::size(pieces)]);
      }
      if (text.empty()) text = "0";
    }
    const auto ours = read_json(text);
    if (ours.fault == Fault::not_utf8 || !ours.lone_surrogates.empty()) continue;
    const auto theirs = nlohmann::ordered_json::parse(text, nullptr, false);
    CAPTURE(text);
    REQUIRE((ours.fault == Fault::none) == !theirs.is_discarded());
    if (theirs.is_discarded()) continue;
    ++accepted;
    REQUIRE(nlohmann::ordered_json::parse(Writer().value(ours.root).take()) == theirs);
  }
  REQUIRE(accepted > 1'000);
}

TEST_CASE("what is written is what the JSON library writes, compact and laid out") {
  const auto tree = nlohmann::ordered_json::parse(
      R"({"a":[],"b":{},"c":[1,[2,{"d":"x:{},[]\"\\"}]],"e":{"f":{"g":null}},"控制":"\u0000\u001f\b\f\n\r\t\u007f/","h":true})");
  const auto ours = read_json(tree.dump());
  REQUIRE(ours.fault == Fault::none);
  REQUIRE(text(ours.root) == tree.dump());
  REQUIRE(formcheck::json::indented(text(ours.root)) == tree.dump(2));
  REQUIRE(formcheck::json::indented("[]") == "[]");
}

TEST_CASE("what is no JSON is laid out without leaving it") {
  using formcheck::json::indented;
  REQUIRE(indented("") == "");
  REQUIRE(indented("}]x") == "\n}\n]x");
  REQUIRE(indented("\"\\") == "\"\\");
  REQUIRE(indented("[{") == "[\n  {");
}
