#include "text/normalize.h"

#include "text/case_files.h"
#include "text/names.h"
#include "text/random_text.h"

namespace formcheck::text {
namespace {

TEST_CASE("names and widths of tests/cases/text/normalize.json") {
  const auto cases = testing::read_cases("text/normalize.json");
  for (const auto& c : cases.at("normalName")) {
    const std::string name = c.at(0), expected = c.at(1);
    CAPTURE(name);
    CHECK(normal_name(name) == expected);
  }
  for (const auto& group : cases.at("sameName")) {
    for (const auto& other : group) {
      const std::string a = group.at(0), b = other;
      CAPTURE(a, b);
      CHECK(normal_name(a) == normal_name(b));
      CHECK(name_hash(a) == name_hash(b));
      CHECK((same_name(a, b) && contains_name(a, b) && starts_with_name(a, b)));
    }
  }
  for (const auto& pair : cases.at("otherName")) {
    const std::string a = pair.at(0), b = pair.at(1);
    CAPTURE(a, b);
    CHECK(normal_name(a) != normal_name(b));
    CHECK_FALSE(same_name(a, b));
  }
  for (const auto& c : cases.at("foldWidth")) {
    const std::string typed = c.at(0), expected = c.at(1);
    CAPTURE(typed);
    CHECK(fold_width(typed) == expected);
  }
  for (const auto& c : cases.at("trim")) {
    const std::string typed = c.at(0), expected = c.at(1);
    CAPTURE(typed);
    CHECK(trim(typed) == expected);
  }
  for (const bool blank : {true, false}) {
    for (const auto& c : cases.at(blank ? "blank" : "notBlank")) {
      const std::string typed = c;
      CAPTURE(typed);
      CHECK(is_blank(typed) == blank);
    }
  }
}

TEST_CASE("normalising twice changes nothing more, whatever the bytes") {
  testing::RandomText random(17);
  for (int round = 0; round < 2000; ++round) {
    const std::string s = round % 2 == 0 ? random.text(20) : random.bytes(20);
    const std::string name = normal_name(s);
    CAPTURE(s);
    REQUIRE(normal_name(name) == name);
    const std::string_view trimmed = trim(s);
    REQUIRE(trim(trimmed) == trimmed);
    REQUIRE(trimmed.size() <= s.size());
  }
}

TEST_CASE("names are compared as if they had been made normal first") {
  testing::RandomText random(19);
  for (int round = 0; round < 4000; ++round) {
    // Short ones, so that they are the same or in one another now and then.
    const std::string b = random.text(2), before = random.text(2), after = random.text(2);
    const std::string a = round % 3 == 0 ? before + b + after : round % 3 == 1 ? b + after : random.text(2);
    const std::string x = normal_name(a), y = normal_name(b);
    CAPTURE(a, b);
    REQUIRE(same_name(a, b) == (x == y));
    REQUIRE((name_hash(a) == name_hash(b)) == (x == y));
    REQUIRE(contains_name(a, b) == (x.find(y) != std::string::npos));
    REQUIRE(contains_name(x, b) == contains_name(a, b));
    REQUIRE(starts_with_name(a, b) == (x.rfind(y, 0) == 0));
    REQUIRE((!is_normal_name(a) || x == a));
  }
}

}  // namespace
}  // namespace formcheck::text
