#include "text/count.h"

#include <bit>
#include <cstring>

#include "text/classes.h"
#include "text/utf8.h"

namespace formcheck::text {
namespace {

std::uint32_t byte(char c) noexcept { return static_cast<unsigned char>(c); }

// is_control for one byte of ASCII, without the call.
bool is_ascii_control(std::uint32_t b) noexcept {
  return (b < 0x20 && b != '\t' && b != '\n' && b != '\r') || b == 0x7F;
}

bool is_common_han(char32_t c) noexcept { return c - 0x4E00 <= 0x9FFF - 0x4E00; }

// The punctuation that stands between: 、 。 and the full-width forms of ASCII, the dashes, dots and
// quotation marks of U+2010…U+2027. All of it counts alone.
bool is_common_mark(char32_t c) noexcept {
  return c - 0xFF01 <= 0x5D || c - 0x3001 <= 1 || c - 0x2010 <= 0x17;
}

// Value of a three-byte sequence in the low bits of `w`, first byte lowest.
char32_t three_bytes(std::uint64_t w) noexcept {
  return static_cast<char32_t>((w & 0x0F) << 12 | (w & 0x3F00) >> 2 | (w >> 16 & 0x3F));
}

// Past all pairs of U+4E00…U+9FFF and common marks at `p`: nearly everything in a Chinese text that is not
// ASCII. Looking at six bytes at once halves the cost. An ill-formed sequence never passes: it either breaks
// the byte pattern or, being overlong or a surrogate, gives another value.
const char* skip_common_pairs(const char* p, const char* end, std::uint32_t& han) noexcept {
  static_assert(std::endian::native == std::endian::little);
  constexpr std::uint64_t kMask = 0xC0C0F0C0C0F0U, kThreeBytesTwice = 0x8080E08080E0U;
  for (std::uint64_t w = 0; end - p >= 8; p += 6) {
    std::memcpy(&w, p, sizeof w);
    if ((w & kMask) != kThreeBytesTwice) break;
    const char32_t first = three_bytes(w), second = three_bytes(w >> 24);
    const bool first_han = is_common_han(first), second_han = is_common_han(second);
    if (!(first_han && second_han)) {
      if (!(first_han || is_common_mark(first)) || !(second_han || is_common_mark(second))) break;
    }
    han += static_cast<std::uint32_t>(first_han) + static_cast<std::uint32_t>(second_han);
  }
  return p;
}

}  // namespace

Counts count(std::string_view s) noexcept {
  const char* p = s.data();
  const char* const end = p + s.size();
  std::uint32_t commons = 0, alone = 0, runs = 0, spaces = 0, others = 0, pairs = 0, han = 0, controls = 0;
  bool in_run = false;
  while (p != end) {
    if (byte(*p) < 0x80) {
      const bool space = *p == ' ' || byte(*p) - '\t' <= '\r' - '\t';  // is_space, without the call
      spaces += space;
      controls += is_ascii_control(byte(*p));
      runs += !space && !in_run;
      in_run = !space;
      ++others;
      ++p;
      continue;
    }
    const char* const start = p;
    p = skip_common_pairs(p, end, han);
    if (p != start) {
      commons += static_cast<std::uint32_t>(p - start) / 3;
      in_run = false;
      continue;
    }
    const char32_t c = decode(p, end);
    ++others;
    pairs += c > 0xFFFF;
    controls += is_control(c);
    if (counts_alone(c)) {
      ++alone;
      han += is_han(c);
      in_run = false;
    } else if (is_space(c)) {
      ++spaces;
      in_run = false;
    } else if (!is_invisible(c)) {
      runs += !in_run;
      in_run = true;
    }
  }
  Counts out;
  out.words = commons + alone + runs;
  out.code_points = commons + others;
  out.code_points_no_space = out.code_points - spaces;
  out.utf16_units = out.code_points + pairs;
  out.han = han;
  out.controls = controls;
  return out;
}

}  // namespace formcheck::text
