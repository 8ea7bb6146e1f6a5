#include "cel/compile/string_literal.h"

#include <cstdint>

#include "text/utf8.h"

namespace formcheck::cel {
namespace {

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 99;
}

// Code point of `count` digits at `at`, or -1 where they are not all there or name no character.
std::int64_t numeric_escape(std::string_view s, std::size_t at, std::size_t count, int base) {
  if (at + count > s.size()) return -1;
  std::int64_t value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    const int digit = digit_value(s[i]);
    if (digit >= base) return -1;
    value = value * base + digit;
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  return value > 0x10FFFF || surrogate ? -1 : value;
}

// Appends what the escape at `at` (its backslash) stands for; returns its length in bytes, 0 when it is none.
std::size_t unescape(std::string_view s, std::size_t at, std::string& out) {
  if (at + 1 >= s.size()) return 0;
  const char c = s[at + 1];
  switch (c) {
    case 'a':
      return out += '\a', 2;
    case 'b':
      return out += '\b', 2;
    case 'f':
      return out += '\f', 2;
    case 'n':
      return out += '\n', 2;
    case 'r':
      return out += '\r', 2;
    case 't':
      return out += '\t', 2;
    case 'v':
      return out += '\v', 2;
    case '\\':
    case '?':
    case '"':
    case '\'':
    case '`':
      return out += c, 2;
    default:
      break;
  }
  const bool octal = c >= '0' && c <= '3';
  const std::size_t digits = octal ? 3 : (c | 0x20) == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
  if (digits == 0) return 0;
  const std::size_t head = octal ? 1 : 2;
  const std::int64_t value = numeric_escape(s, at + head, digits, octal ? 8 : 16);
  if (value < 0) return 0;
  text::append(out, static_cast<char32_t>(value));
  return head + digits;
}

}  // namespace

StringLiteral read_string(std::string_view source, std::size_t quote, bool raw) {
  const char q = source[quote];
  const bool triple = quote + 2 < source.size() && source[quote + 1] == q && source[quote + 2] == q;
  const std::size_t width = triple ? 3 : 1;
  StringLiteral out;
  out.body = quote + width;
  std::size_t copied = out.body;  // everything before is in out.value
  for (std::size_t at = out.body; at < source.size();) {
    const char c = source[at];
    if (c == q && (!triple || source.substr(at, 3) == std::string_view(source).substr(quote, 3))) {
      out.body_size = at - out.body;
      out.end = at + width;
      if (!out.plain) out.value.append(source, copied, at - copied);
      return out;
    }
    if (!triple && (c == '\n' || c == '\r')) break;
    if (raw || c != '\\') {
      ++at;
      continue;
    }
    out.plain = false;
    out.value.append(source, copied, at - copied);
    const std::size_t size = unescape(source, at, out.value);
    if (size == 0) {
      std::size_t end = at + 1;  // show the whole character after the backslash
      if (end < source.size()) ++end;
      while (end < source.size() && (static_cast<unsigned char>(source[end]) & 0xC0) == 0x80) ++end;
      out.fault = "cel.badEscape", out.end = at, out.fault_size = end - at;
      return out;
    }
    copied = at += size;
  }
  out.fault = "cel.unterminatedString", out.end = quote;
  return out;
}

}  // namespace formcheck::cel
