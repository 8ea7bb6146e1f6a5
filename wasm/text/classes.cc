#include "text/classes.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace formcheck::text {
namespace {

struct Range {
  char32_t first, last;
};

bool within(char32_t c, char32_t first, char32_t last) noexcept { return c - first <= last - first; }

template <std::size_t N>
bool listed(const Range (&ranges)[N], char32_t c) noexcept {
  const auto* r =
      std::partition_point(std::begin(ranges), std::end(ranges), [c](const Range& x) { return x.last < c; });
  return r != std::end(ranges) && r->first <= c;
}

// U+00A0…U+00BF that Word sets as East Asian: ¡ ¤ § ¨ ª ¯ ° ± ² ³ ´ ¶ · ¸ ¹ º ¼ ½ ¾ ¿
constexpr std::uint32_t kLatin1Symbols =
    1U << 1 | 1U << 4 | 3U << 7 | 1U << 10 | 0x3FU << 15 | 0x1FU << 22 | 0xFU << 28;

// Blocks between U+2E80 and U+FFFD that Word does not set as East Asian: Lisu to Meetei Mayek without Hangul
// Jamo Extended-A, Hebrew and Arabic forms, half marks.
constexpr Range kOtherScripts[] = {
    {0xA4D0, 0xA95F}, {0xA980, 0xABFF}, {0xFB1D, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFE70, 0xFEFF}};

constexpr Range kHan[] = {{0x2E80, 0x2E99},   {0x2E9B, 0x2EF3},   {0x2F00, 0x2FD5},   {0x3005, 0x3005},
                          {0x3007, 0x3007},   {0x3021, 0x3029},   {0x3038, 0x303B},   {0x3400, 0x4DBF},
                          {0x4E00, 0x9FFF},   {0xF900, 0xFA6D},   {0xFA70, 0xFAD9},   {0x16FE2, 0x16FE3},
                          {0x16FF0, 0x16FF1}, {0x20000, 0x2A6DF}, {0x2A700, 0x2B739}, {0x2B740, 0x2B81D},
                          {0x2B820, 0x2CEA1}, {0x2CEB0, 0x2EBE0}, {0x2F800, 0x2FA1D}, {0x30000, 0x3134A},
                          {0x31350, 0x323AF}};

constexpr Range kInvisible[] = {{0x00AD, 0x00AD}, {0x180E, 0x180E}, {0x200B, 0x200F},
                                {0x202A, 0x202E}, {0x2060, 0x2064}, {0x2066, 0x206F},
                                {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE01EF}};

}  // namespace

bool is_space(char32_t c) noexcept {
  if (c < 0x80) return c == ' ' || within(c, 0x09, 0x0D);
  if (c < 0x2000) return c == 0x85 || c == 0xA0 || c == 0x1680;
  if (c > 0x205F) return c == 0x3000;
  return c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F;
}

bool counts_alone(char32_t c) noexcept {
  if (c < 0x2000) {
    if (c < 0xC0) return c >= 0xA0 && (kLatin1Symbols >> (c - 0xA0) & 1) != 0;
    return c == 0xD7 || c == 0xF7 || within(c, 0x02B0, 0x04FF) || within(c, 0x1100, 0x11FF);
  }
  if (c >= 0x2010 && c <= 0x2027) return true;  // the dashes and quotation marks of every text
  if (c < 0x2C00) return !is_space(c) && !is_invisible(c);
  if (c < 0xA4D0) return c >= 0x2E80 && c != 0x3000;
  if (c <= 0xFFFD) return !listed(kOtherScripts, c);
  return c > 0xFFFF && !is_invisible(c);
}

bool is_han(char32_t c) noexcept { return within(c, 0x4E00, 0x9FFF) || (c >= 0x2E80 && listed(kHan, c)); }

// Nearly all that is asked about is ASCII or hanzi.
bool is_invisible(char32_t c) noexcept {
  return c >= 0xAD && !within(c, 0x2070, 0xFDFF) && listed(kInvisible, c);
}

bool is_control(char32_t c) noexcept {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  return within(c, 0x7F, 0x9F) || within(c, 0xFDD0, 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

}  // namespace formcheck::text
