#include "cel/number_text.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <random>

namespace formcheck::cel {

TEST_CASE("doubles from text") {
  CHECK(parse_double("1.5") == 1.5);
  CHECK(parse_double("-.5e-3") == -0.0005);
  CHECK(parse_double("+7.") == 7.0);
  CHECK(parse_double("1e-400") == 0.0);
  CHECK(parse_double("-Infinity") == -HUGE_VAL);
  CHECK(std::isnan(*parse_double("NaN")));
  for (const char* bad :
       {"", " 1", "1 ", "0x10", "1e", "e5", ".", "-", "1.5.2", "nan", "inf", "1e400", "1,5", "--1"}) {
    INFO(bad);
    CHECK_FALSE(parse_double(bad));
  }
}

TEST_CASE("ints from text") {
  CHECK(parse_integer("-9223372036854775808") == INT64_MIN);
  CHECK(parse_integer("9223372036854775807") == INT64_MAX);
  CHECK(parse_integer("+007") == 7);
  for (const char* bad :
       {"", "-", "9223372036854775808", "-9223372036854775809", "1.0", " 1", "0x1", "1e3"}) {
    INFO(bad);
    CHECK_FALSE(parse_integer(bad));
  }
}

TEST_CASE("doubles have the shortest text that reads back") {
  const std::pair<double, const char*> cases[] = {{1, "1"},
                                                  {-1.5, "-1.5"},
                                                  {0.0, "0"},
                                                  {-0.0, "-0"},
                                                  {0.1, "0.1"},
                                                  {100, "100"},
                                                  {123.456, "123.456"},
                                                  {-0.0045, "-0.0045"},
                                                  {1e23, "1e+23"},
                                                  {9.5e-3, "0.0095"},
                                                  {1e20, "100000000000000000000"},
                                                  {1e21, "1e+21"},
                                                  {1e22, "1e+22"},
                                                  {1.5e300, "1.5e+300"},
                                                  {0.00001, "0.00001"},
                                                  {0.000001, "1e-6"},
                                                  {5e-324, "5e-324"},
                                                  {1.7976931348623157e308, "1.7976931348623157e+308"},
                                                  {2.2250738585072014e-308, "2.2250738585072014e-308"},
                                                  {9007199254740993.0, "9007199254740992"},
                                                  {0.30000000000000004, "0.30000000000000004"},
                                                  {5e22, "5e+22"},
                                                  {9.999999999999998e22, "9.999999999999997e+22"},
                                                  {4.35, "4.35"},
                                                  {299792458, "299792458"}};
  for (const auto& [value, text] : cases) CHECK(double_text(value) == text);
}

TEST_CASE("any double reads back from its text") {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20'000; ++i) {
    const std::uint64_t bits = random();
    double d = 0;
    std::memcpy(&d, &bits, sizeof d);
    if (!std::isfinite(d)) continue;
    REQUIRE(parse_double(double_text(d)) == d);
  }
}

}  // namespace formcheck::cel
