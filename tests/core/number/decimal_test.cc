#include "number/decimal.h"

#include <cstdlib>
#include <limits>

#include "text/case_files.h"

namespace formcheck::number {
namespace {

std::string shown(const std::optional<Decimal>& d) { return d ? d->to_string() : "none"; }

Decimal decimal(const std::string& s) {
  const auto d = Decimal::parse(s);
  if (!d) FAIL("not a decimal: " << s);
  return *d;
}

TEST_CASE("text to decimal and back, by tests/cases/number/decimal.json") {
  const auto cases = testing::read_cases("number/decimal.json");
  for (const auto& c : cases.at("parse")) {
    const std::string typed = c.at(0), kept = c.at(1), plain = c.at(2);
    CAPTURE(typed);
    CHECK(decimal(typed).to_string() == kept);
    CHECK(decimal(typed).to_plain() == plain);
    CHECK(decimal(kept).to_string() == kept);
  }
  for (const auto& c : cases.at("refused")) {
    const std::string typed = c;
    CAPTURE(typed);
    CHECK(shown(Decimal::parse(typed)) == "none");
  }
}

TEST_CASE("arithmetic by tests/cases/number/decimal.json") {
  const auto cases = testing::read_cases("number/decimal.json");
  for (const auto& c : cases.at("arithmetic")) {
    const std::string a = c.at(0), op = c.at(1), b = c.at(2), expected = c.at(3);
    CAPTURE(a, op, b);
    const Decimal x = decimal(a), y = decimal(b);
    if (op == "+") CHECK(shown(Decimal::add(x, y)) == expected);
    if (op == "-") CHECK(shown(Decimal::subtract(x, y)) == expected);
    if (op == "*") CHECK(shown(Decimal::multiply(x, y)) == expected);
    if (op[0] == '/') CHECK(shown(Decimal::divide(x, y, std::stoi(op.substr(1)))) == expected);
    if (op == "round") CHECK(shown(Decimal::round(x, std::stoi(b))) == expected);
    REQUIRE(std::string("+-*/r").find(op[0]) != std::string::npos);
  }
}

TEST_CASE("comparison is by value") {
  CHECK(decimal("1.0") == decimal("1.00"));
  CHECK(decimal("0") == decimal("-0.000"));
  CHECK(decimal("-1.5") < decimal("-1.49"));
  CHECK(decimal("99.99999999999999999999999999999999") < Decimal(100));
  CHECK(decimal("1e33") > decimal("0.0000000000000000000000000000000001"));
  CHECK(decimal("-1e33") < decimal("0.0000000000000000000000000000000001"));
  CHECK(Decimal(3) >= decimal("3.000"));
}

TEST_CASE("integers") {
  constexpr auto kLeast = std::numeric_limits<std::int64_t>::min(),
                 kMost = std::numeric_limits<std::int64_t>::max();
  CHECK(Decimal(kLeast).to_string() == "-9223372036854775808");
  CHECK(Decimal(kLeast).to_int64() == kLeast);
  CHECK(Decimal(kLeast).negated().to_int64() == std::nullopt);
  CHECK(decimal("9223372036854775807.00").to_int64() == kMost);
  CHECK(decimal("9223372036854775808").to_int64() == std::nullopt);
  CHECK(decimal("1e33").to_int64() == std::nullopt);
  CHECK(decimal("3.0").is_integer());
  CHECK_FALSE(decimal("3.01").is_integer());
  CHECK(decimal("0.00").is_integer());
  CHECK(decimal("3.5").to_int64() == std::nullopt);
  CHECK(decimal("-0.00").to_string() == "0.00");
  CHECK_FALSE(decimal("-0.00").is_negative());
  CHECK(decimal("-0.01").sign() == -1);
  CHECK(Decimal().sign() == 0);
  CHECK(decimal("12.50").scale() == 2);
}

TEST_CASE("the nearest double, as the C library finds it") {
  for (const auto& c :
       testing::read_cases("number/decimal.json").at("doubles").get<std::vector<std::string>>()) {
    CAPTURE(c);
    CHECK(decimal(c).to_double() == std::strtod(c.c_str(), nullptr));
  }
}

TEST_CASE("a division or a rounding asked for with places outside 0 to 34, or by 0, has no result") {
  CHECK(shown(Decimal::divide(1, 3, -1)) == "none");
  CHECK(shown(Decimal::divide(1, 3, 35)) == "none");
  CHECK(shown(Decimal::divide(1, decimal("0.00"), 2)) == "none");
  CHECK(shown(Decimal::round(1, -1)) == "none");
  CHECK(shown(Decimal::round(1, 35)) == "none");
}

}  // namespace
}  // namespace formcheck::number
