#include "narrative/line.h"

#include "text/normalize.h"
#include "text/utf8.h"

namespace formcheck::narrative {

void Line::read(std::string_view utf8) {
  chars.clear(), raw.clear(), units.clear();
  std::uint32_t unit = 0;
  const char* p = utf8.data();
  const char* const end = p + utf8.size();
  while (p != end) {
    const char32_t c = text::decode(p, end);
    raw.push_back(c);
    chars.push_back(text::fold_width(c));
    units.push_back(unit);
    unit += c > 0xFFFF ? 2 : 1;
  }
  units.push_back(unit);
}

std::string Line::text(std::size_t from, std::size_t to) const {
  return to_utf8(std::u32string_view(raw).substr(from, to - from));
}

std::u32string to_utf32(std::string_view utf8) {
  std::u32string out;
  const char* p = utf8.data();
  const char* const end = p + utf8.size();
  while (p != end) out.push_back(text::decode(p, end));
  return out;
}

std::u32string folded(std::string_view utf8) {
  std::u32string out = to_utf32(utf8);
  for (char32_t& c : out) c = text::fold_width(c);
  return out;
}

std::string to_utf8(std::u32string_view chars) {
  std::string out;
  for (const char32_t c : chars) text::append(out, c);
  return out;
}

}  // namespace formcheck::narrative
