#include "cel/number_text.h"

#include <cmath>
#include <limits>

#include "number/real.h"

namespace formcheck::cel {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits(std::string_view s, std::size_t at) {
  const std::size_t start = at;
  while (at < s.size() && is_digit(s[at])) ++at;
  return at - start;
}

// Plain from 0.00001 to below 10^21, with an exponent beyond.
std::string layout(const number::Digits& s) {
  const int count = static_cast<int>(s.digits.size()), point = s.exponent;
  if (point > 21 || point < -4) {
    std::string text = s.digits.substr(0, 1);
    if (count > 1) text += "." + s.digits.substr(1);
    return text + (point > 0 ? "e+" : "e") + integer_text(point - 1);
  }
  if (point <= 0) return "0." + std::string(static_cast<std::size_t>(-point), '0') + s.digits;
  if (point >= count) return s.digits + std::string(static_cast<std::size_t>(point - count), '0');
  return s.digits.substr(0, static_cast<std::size_t>(point)) + "." +
         s.digits.substr(static_cast<std::size_t>(point));
}

}  // namespace

std::optional<double> parse_double(std::string_view s) {
  if (s == "NaN") return std::numeric_limits<double>::quiet_NaN();
  const bool negative = !s.empty() && s[0] == '-';
  const bool has_sign = negative || (!s.empty() && s[0] == '+');
  if (s.substr(has_sign ? 1 : 0) == "Infinity") return negative ? -HUGE_VAL : HUGE_VAL;
  const auto value = number::parse_real(s);
  return value && std::isinf(*value) ? std::nullopt : value;
}

std::optional<std::int64_t> parse_integer(std::string_view s) noexcept {
  const bool negative = !s.empty() && s[0] == '-';
  const std::string_view body = s.substr(negative || (!s.empty() && s[0] == '+') ? 1 : 0);
  if (body.empty() || digits(body, 0) != body.size()) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : body) {
    const std::int64_t digit = negative ? '0' - c : c - '0';
    if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, digit, &value))
      return std::nullopt;
  }
  return value;
}

std::string double_text(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
  const std::string sign = std::signbit(value) ? "-" : "";
  if (value == 0) return sign + "0";
  return sign + layout(number::shortest_digits(std::fabs(value)));
}

std::string integer_text(std::int64_t value) { return std::to_string(value); }

}  // namespace formcheck::cel
