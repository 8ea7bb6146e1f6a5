#include "text/utf8.h"

#include <cstdint>
#include <cstring>

namespace formcheck::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

std::uint32_t byte(char c) noexcept { return static_cast<unsigned char>(c); }
bool is_continuation(std::uint32_t b) noexcept { return (b & 0xC0) == 0x80; }

// Decodes the well-formed sequence at `p`; length 0 when it is ill-formed. The bounds of the second byte shut
// out overlong forms, surrogates and values above U+10FFFF (Unicode 15, table 3-7).
struct Sequence {
  char32_t value = kReplacement;
  std::uint32_t length = 0;
};

Sequence read(const char* p, const char* end) noexcept {
  const std::uint32_t lead = byte(p[0]);
  if (lead < 0x80) return {lead, 1};
  const auto left = end - p;
  if (lead < 0xC2 || lead > 0xF4 || left < 2) return {};
  const std::uint32_t second = byte(p[1]);
  if (!is_continuation(second)) return {};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | (second & 0x3F), 2};
  if (left < 3 || !is_continuation(byte(p[2]))) return {};
  if (lead < 0xF0) {
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return {};
    return {(lead & 0x0F) << 12 | (second & 0x3F) << 6 | (byte(p[2]) & 0x3F), 3};
  }
  if (left < 4 || !is_continuation(byte(p[3]))) return {};
  if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return {};
  return {(lead & 0x07) << 18 | (second & 0x3F) << 12 | (byte(p[2]) & 0x3F) << 6 | (byte(p[3]) & 0x3F), 4};
}

// A well-formed sequence of three bytes; the few kinds that need a closer look (E0, ED) are left to `read`.
// Needs three bytes.
bool is_plain_triple(const char* p) noexcept {
  const std::uint32_t lead = byte(p[0]);
  return (lead & 0xF0) == 0xE0 && lead != 0xE0 && lead != 0xED && is_continuation(byte(p[1])) &&
         is_continuation(byte(p[2]));
}

// Skips ASCII eight bytes at a time, then singly.
const char* skip_ascii(const char* p, const char* end) noexcept {
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  for (std::uint64_t word = 0; end - p >= 8; p += 8) {
    std::memcpy(&word, p, sizeof word);
    if ((word & kHigh) != 0) break;
  }
  while (p != end && byte(*p) < 0x80) ++p;
  return p;
}

}  // namespace

char32_t decode(const char*& p, const char* end) noexcept {
  const Sequence s = read(p, end);
  p += s.length == 0 ? 1 : s.length;
  return s.value;
}

void append(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  const auto put = [&out](char32_t b) { out.push_back(static_cast<char>(static_cast<unsigned char>(b))); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) {
      put(0xE0 | c >> 12);
    } else {
      put(0xF0 | c >> 18);
      put(0x80 | (c >> 12 & 0x3F));
    }
    put(0x80 | (c >> 6 & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

std::optional<std::size_t> first_invalid(std::string_view s) noexcept {
  const char* p = s.data();
  const char* const end = p + s.size();
  for (;;) {
    p = skip_ascii(p, end);
    while (end - p >= 3 && is_plain_triple(p)) p += 3;
    if (p == end) return std::nullopt;
    const std::uint32_t length = read(p, end).length;
    if (length == 0) return static_cast<std::size_t>(p - s.data());
    p += length;
  }
}

std::size_t utf16_length(std::string_view s) noexcept {
  const char* p = s.data();
  const char* const end = p + s.size();
  std::size_t units = 0;
  for (;;) {
    const char* const stop = skip_ascii(p, end);
    units += static_cast<std::size_t>(stop - p);
    if (stop == end) return units;
    p = stop;
    units += decode(p, end) > 0xFFFF ? 2 : 1;
  }
}

std::size_t byte_offset(std::string_view s, std::size_t units) noexcept {
  const char* p = s.data();
  const char* const end = p + s.size();
  while (units != 0 && p != end) {
    if (end - p >= 3 && is_plain_triple(p)) {
      p += 3;
      --units;
      continue;
    }
    const char* const start = p;
    const std::size_t width = decode(p, end) > 0xFFFF ? 2 : 1;
    if (width > units) return static_cast<std::size_t>(start - s.data());
    units -= width;
  }
  return static_cast<std::size_t>(p - s.data());
}

std::string from_utf16(std::u16string_view s) {
  std::string out;
  out.reserve(s.size() * 3);
  for (std::size_t i = 0; i < s.size(); ++i) {
    char32_t c = s[i];
    const bool high = c >= 0xD800 && c <= 0xDBFF;
    if (high && i + 1 < s.size() && s[i + 1] >= 0xDC00 && s[i + 1] <= 0xDFFF) {
      c = 0x10000 + ((c - 0xD800) << 10) + (s[++i] - char32_t{0xDC00});
    }
    append(out, c);
  }
  return out;
}

}  // namespace formcheck::text
