#include "formats/typed.h"

#include "text/classes.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace formcheck::formats {

char32_t plain(char32_t c) noexcept {
  c = text::fold_width(c);
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ? U'-' : c;  // ‐ to ―, and the minus sign
}

std::string compact(std::string_view typed, std::string_view dropped) {
  std::string out;
  const char* p = typed.data();
  const char* const end = p + typed.size();
  while (p != end) {
    const char32_t c = text::decode(p, end);
    if (text::is_space(c) || text::is_invisible(c)) continue;
    const char32_t d = plain(c);
    if (d < 0x80 && dropped.find(static_cast<char>(d)) != std::string_view::npos) continue;
    text::append(out, d);
  }
  return out;
}

bool all_digits(std::string_view s) noexcept {
  for (const char c : s) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

}  // namespace formcheck::formats
