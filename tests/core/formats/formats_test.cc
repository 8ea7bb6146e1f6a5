#include <set>

#include "formats/date.h"
#include "formats/format.h"
#include "text/case_files.h"
#include "text/words.h"

namespace formcheck::formats {
namespace {

// "uscc.length actual=17; uscc.charset characters=O"
std::string shown(const std::vector<Problem>& problems) {
  std::string out;
  for (const Problem& p : problems) {
    if (!out.empty()) out += "; ";
    out += p.code;
    for (const auto& [name, value] : p.args) out.append(" ").append(name).append("=").append(value);
  }
  return out;
}

std::set<std::string_view> words(std::string_view list) {
  std::set<std::string_view> out;
  while (!list.empty()) out.insert(text::take_word(list));
  return out;
}

TEST_CASE("each format by its file in tests/cases/formats") {
  for (const Format& f : all()) {
    const std::string name(f.name);
    const auto cases = testing::read_cases("formats/" + name + ".json");
    std::set<std::string_view> seen;
    for (const auto& c : cases.at("right")) {
      const std::string typed = c;
      CAPTURE(name, typed);
      CHECK(shown(f.check(typed)) == "");
    }
    for (const auto& c : cases.at("wrong")) {
      const std::string typed = c.at(0), expected = c.at(1);
      CAPTURE(name, typed);
      const auto problems = f.check(typed);
      CHECK(shown(problems) == expected);
      for (const Problem& p : problems) seen.insert(p.code);
    }
    // Every code a format declares is met by a case, and no other.
    CHECK(seen == words(f.codes));
  }
}

TEST_CASE("the registry knows every format by its name, and no other") {
  std::set<std::string_view> names, codes;
  std::size_t declared = 0;
  for (const Format& f : all()) {
    CHECK(find(f.name) == &f);
    names.insert(f.name);
    const auto own = words(f.codes);
    codes.insert(own.begin(), own.end());
    declared += own.size();
    for (const std::string_view code : own)
      CHECK(code.substr(0, f.name.size() + 1) == std::string(f.name) + ".");
  }
  CHECK(names == std::set<std::string_view>{"uscc", "mobile", "phone", "email", "date", "postcode"});
  CHECK(codes.size() == declared);
  CHECK(find("fax") == nullptr);
  CHECK(find("") == nullptr);
}

TEST_CASE("dates in one notation") {
  const auto cases = testing::read_cases("formats/date.json");
  for (const auto& c : cases.at("normal")) {
    const std::string typed = c.at(0), expected = c.at(1);
    CAPTURE(typed);
    CHECK(normal_date(typed).value_or("none") == expected);
  }
  for (const auto& c : cases.at("wrong")) CHECK(normal_date(c.at(0).get<std::string>()) == std::nullopt);
  for (const auto& c : cases.at("right")) CHECK(normal_date(c.get<std::string>()) != std::nullopt);
}

TEST_CASE("every day of four centuries exists, and no other") {
  std::size_t days = 0;
  for (int year = 1800; year < 2200; ++year) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 32; ++day) {
        const std::string typed =
            std::to_string(year) + '-' + std::to_string(month) + '-' + std::to_string(day);
        days += normal_date(typed).has_value() ? 1 : 0;
      }
    }
  }
  CHECK(days == 146097);  // 400 Gregorian years
}

}  // namespace
}  // namespace formcheck::formats
