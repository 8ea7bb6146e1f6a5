// Binary floating point from text and to text, correctly rounded both ways. Small rather than fast: for the
// doubles of the rule language, which the form's own numbers never are.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace formcheck::number {

// [+-]?(d+(.d*)?|.d+)([eE][+-]?d+)?: the nearest double, ties to even; beyond the largest an infinity.
// Nothing for any other text.
[[nodiscard]] std::optional<double> parse_real(std::string_view s);

// 0.digits × 10^exponent, the first and last digit no zero.
struct Digits {
  std::string digits;
  int exponent = 0;
};

// The fewest digits that read back as `positive` (finite, above 0); of these the nearest.
[[nodiscard]] Digits shortest_digits(double positive);

}  // namespace formcheck::number
