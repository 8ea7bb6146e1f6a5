// Doubles from text and to text, against the C library and the standard library.
#include "number/real.h"

#include <catch2/catch.hpp>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>
#include <string>

namespace formcheck::number {
namespace {

double from_bits(std::uint64_t bits) {
  double d = 0;
  std::memcpy(&d, &bits, sizeof d);
  return d;
}

void check_reading(const std::string& text) {
  CAPTURE(text);
  const auto ours = parse_real(text);
  REQUIRE(ours.has_value());
  CHECK(*ours == std::strtod(text.c_str(), nullptr));
}

// As many digits as std::to_chars, which gives the fewest and of these the nearest.
void check_writing(double d) {
  char buffer[64];
  const char* const end = std::to_chars(buffer, buffer + sizeof buffer, d, std::chars_format::scientific).ptr;
  std::string digits;
  int exponent = 0;
  for (const char* p = buffer; p != end; ++p) {
    if (*p == 'e') {
      exponent = std::atoi(std::string(p + 1, end).c_str());
      break;
    }
    if (*p != '.') digits += *p;
  }
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  const Digits ours = shortest_digits(d);
  CAPTURE(d);
  CHECK(ours.digits == digits);
  CHECK(ours.exponent == exponent + 1);
  CHECK(parse_real("." + ours.digits + "e" + std::to_string(ours.exponent)) == d);
}

}  // namespace

TEST_CASE("text is read as the C library reads it: ties, the largest, the smallest, far too many digits") {
  for (const char* text : {"0",
                           "0.0",
                           "1",
                           "1.",
                           ".5",
                           "10",
                           "0.1",
                           "1e23",
                           "8.5e22",
                           "9007199254740993",
                           "9007199254740992.5",
                           "9007199254740993.0000000000001",
                           "1.7976931348623157e308",
                           "1.7976931348623158e308",
                           "1.7976931348623159e308",
                           "1e309",
                           "1e400",
                           "123e1000000000",
                           "5e-324",
                           "2.4703282292062327e-324",
                           "2.4703282292062328e-324",
                           "2.2250738585072014e-308",
                           "2.2250738585072011e-308",
                           "1e-400",
                           "0e999999999",
                           "0.000000000000000000000000001",
                           "179769313486231570000000000000000000000",
                           "4.4501477170144023e-308",
                           "100000000000000000000000000000000000000000000001e-30"}) {
    check_reading(text);
  }
  check_reading("1" + std::string(1000, '0') + "e-1000");
  check_reading("0." + std::string(1000, '0') + "1e1000");
  check_reading("9007199254740993" + std::string(2000, '0') + "1e-2001");
  check_reading(std::string(900, '9') + "." + std::string(900, '9') + "e-899");
  CHECK(std::signbit(*parse_real("-0")));
  CHECK(*parse_real("-1.5e1") == -15);
  CHECK(*parse_real("+2") == 2);
}

TEST_CASE("what is no number is nothing") {
  for (const char* text :
       {"", "-", ".", "e5", "1e", "1e+", "0x10", " 1", "1 ", "1.2.3", "inf", "nan", "--1", "1e5.0"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_real(text).has_value());
  }
}

TEST_CASE("random doubles are written in the fewest digits and read back") {
  std::mt19937_64 random(20251125);
  for (int i = 0; i < 1'500; ++i) {
    const double d = std::fabs(from_bits(random()));
    if (std::isfinite(d) && d > 0) check_writing(d);
    check_reading(std::to_string(random()) + "e" + std::to_string(static_cast<int>(random() % 700) - 350));
  }
  for (int e = -1070; e < 1020; e += 13)
    check_writing(std::ldexp(1.0, e));  // where the gap below is half the gap above
  for (const double d : {1.0, 0.1, 0.3, 100.0, 1e23, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308,
                         123456789012.5, 9007199254740992.0})
    check_writing(d);
}

}  // namespace formcheck::number
