#include "number/reading.h"

#include "text/case_files.h"

namespace formcheck::number {
namespace {

TEST_CASE("numbers as typed, by tests/cases/number/reading.json") {
  const auto cases = testing::read_cases("number/reading.json");
  for (const auto& c : cases.at("value")) {
    const std::string typed = c.at(0), value = c.at(1);
    const std::string flags = c.size() > 2 ? c.at(2) : "";
    CAPTURE(typed);
    const Reading r = read_number(typed);
    CHECK(r.meaning == Meaning::value);
    CHECK(r.value.to_string() == value);
    CHECK(r.percent == (flags.find('%') != std::string::npos));
    CHECK(r.separators == (flags.find(',') != std::string::npos));
  }
  for (const auto& c : cases.at("unreadable")) {
    const std::string typed = c;
    CAPTURE(typed);
    const Reading r = read_number(typed);
    CHECK(r.meaning == Meaning::unreadable);
    CHECK(r.value == Decimal(0));
    CHECK_FALSE(r.percent);
    CHECK_FALSE(r.separators);
  }
  for (const auto& c : cases.at("blank")) {
    const std::string typed = c;
    CAPTURE(typed);
    CHECK(read_number(typed).meaning == Meaning::blank);
  }
}

TEST_CASE("64 code points are read, 65 are not") {
  const std::string spaces(63, ' ');
  CHECK(read_number(spaces + "7").meaning == Meaning::value);
  CHECK(read_number(spaces + " 7").meaning == Meaning::unreadable);
}

}  // namespace
}  // namespace formcheck::number
