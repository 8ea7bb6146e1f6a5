#include "cel/number_text.h"

#include <cmath>
#include <cstdlib>
#include <limits>
#include <nlohmann/json.hpp>

namespace formcheck::cel {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits(std::string_view s, std::size_t at) {
  const std::size_t start = at;
  while (at < s.size() && is_digit(s[at])) ++at;
  return at - start;
}

// What strtod may be given: it would also take hexadecimal, spaces and more.
bool is_plain_number(std::string_view s) {
  std::size_t at = !s.empty() && (s[0] == '-' || s[0] == '+') ? 1 : 0;
  const std::size_t whole = digits(s, at);
  at += whole;
  std::size_t fraction = 0;
  if (at < s.size() && s[at] == '.') {
    fraction = digits(s, at + 1);
    at += 1 + fraction;
  }
  if (whole + fraction == 0) return false;
  if (at < s.size() && (s[at] | 0x20) == 'e') {
    ++at;
    if (at < s.size() && (s[at] == '-' || s[at] == '+')) ++at;
    const std::size_t exponent = digits(s, at);
    if (exponent == 0) return false;
    at += exponent;
  }
  return at == s.size();
}

}  // namespace

std::optional<double> parse_double(std::string_view s) {
  if (s == "NaN") return std::numeric_limits<double>::quiet_NaN();
  const bool negative = !s.empty() && s[0] == '-';
  const bool has_sign = negative || (!s.empty() && s[0] == '+');
  if (s.substr(has_sign ? 1 : 0) == "Infinity") return negative ? -HUGE_VAL : HUGE_VAL;
  if (!is_plain_number(s)) return std::nullopt;
  const double value = std::strtod(std::string(s).c_str(), nullptr);
  return std::isinf(value) ? std::nullopt : std::optional(value);
}

std::optional<std::int64_t> parse_integer(std::string_view s) noexcept {
  const bool negative = !s.empty() && s[0] == '-';
  const std::string_view body = s.substr(negative || (!s.empty() && s[0] == '+') ? 1 : 0);
  if (body.empty() || digits(body, 0) != body.size()) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : body) {
    const std::int64_t digit = negative ? '0' - c : c - '0';
    if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, digit, &value)) return std::nullopt;
  }
  return value;
}

std::string double_text(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
  // The core's JSON writer is in the program anyway and writes the shortest digits.
  std::string text = nlohmann::ordered_json(value).dump();
  if (text.size() > 2 && text.compare(text.size() - 2, 2, ".0") == 0) text.resize(text.size() - 2);
  return text;
}

std::string integer_text(std::int64_t value) {
  std::string text;
  std::uint64_t rest = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  do {
    text.insert(text.begin(), static_cast<char>('0' + rest % 10));
  } while ((rest /= 10) != 0);
  if (value < 0) text.insert(text.begin(), '-');
  return text;
}

}  // namespace formcheck::cel
