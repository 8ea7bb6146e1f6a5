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

// 0.digits × 10^exponent; the first digit is no zero.
struct Scientific {
  std::string digits;
  int exponent = 0;
};

// The core's JSON writer is in the program anyway and gives digits that read back.
Scientific digits_of(double positive) {
  const std::string text = nlohmann::ordered_json(positive).dump();
  const std::size_t e = std::min(text.find('e'), text.size());
  Scientific s;
  if (e < text.size())
    s.exponent = static_cast<int>(parse_integer(std::string_view(text).substr(e + 1)).value_or(0));
  bool fraction = false;
  for (const char c : text.substr(0, e)) {
    if (c == '.')
      fraction = true;
    else if (c != '0' || !s.digits.empty())
      s.digits += c;
    if (is_digit(c)) s.exponent += s.digits.empty() ? (fraction ? -1 : 0) : (fraction ? 0 : 1);
  }
  while (s.digits.back() == '0') s.digits.pop_back();
  return s;
}

// One digit less, where that still reads back: the JSON writer's digits are not always the fewest (1e23).
bool shorten(Scientific& s, double positive) {
  if (s.digits.size() < 16) return false;
  const bool nearer_up = s.digits.back() >= '5';
  for (const bool up : {nearer_up, !nearer_up}) {
    Scientific shorter = s;
    shorter.digits.pop_back();
    if (up) {
      while (!shorter.digits.empty() && shorter.digits.back() == '9') shorter.digits.pop_back();
      if (shorter.digits.empty()) shorter.digits = "0", ++shorter.exponent;
      ++shorter.digits.back();
    }
    if (parse_double("." + shorter.digits + "e" + integer_text(shorter.exponent)) != positive) continue;
    while (shorter.digits.back() == '0') shorter.digits.pop_back();
    s = shorter;
    return true;
  }
  return false;
}

// Plain from 0.00001 to below 10^21, with an exponent beyond.
std::string layout(const Scientific& s) {
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
  Scientific s = digits_of(std::fabs(value));
  while (shorten(s, std::fabs(value))) {
  }
  return sign + layout(s);
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
