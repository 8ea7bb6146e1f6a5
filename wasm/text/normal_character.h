// Characters of names and what they are in a normal one. Private to this room.
#pragma once

namespace formcheck::text {

// Bytes of the character at `p` when it is one that normal() leaves as it is and names are made of: a hanzi
// from U+4E00 to U+9FFF, a digit or a small letter. Else 0.
inline int normal_already(const char* p, const char* end) noexcept {
  if (p == end) return 0;
  const auto lead = static_cast<unsigned char>(*p);
  if (lead < 0x80) return (lead >= 'a' && lead <= 'z') || (lead >= '0' && lead <= '9') ? 1 : 0;
  if (lead < 0xE4 || lead > 0xE9 || end - p < 3) return 0;
  const auto second = static_cast<unsigned char>(p[1]), third = static_cast<unsigned char>(p[2]);
  const bool well_formed = (second & 0xC0) == 0x80 && (third & 0xC0) == 0x80;
  return well_formed && (lead > 0xE4 || second >= 0xB8) ? 3 : 0;
}

// What any other becomes that is neither a space nor invisible.
char32_t normal(char32_t c) noexcept;

}  // namespace formcheck::text
