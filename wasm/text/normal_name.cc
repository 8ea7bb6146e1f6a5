#include "text/classes.h"
#include "text/names.h"
#include "text/normal_character.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace formcheck::text {
namespace {

// What the names of companies are bracketed with; pairs stand side by side, the full-width ones are folded
// before.
constexpr std::u32string_view kBrackets = U"[]{}〔〕【】〖〗〘〙〈〉《》「」『』﹙﹚﹛﹜﹝﹞";

// The dot between the parts of a name: bullet, hyphenation point, dot operators, katakana dots.
constexpr std::u32string_view kDots = U"•‧∙⋅・･";

const char* skip_normal(const char* p, const char* end) noexcept {
  while (const int bytes = normal_already(p, end)) p += bytes;
  return p;
}

}  // namespace

char32_t normal(char32_t c) noexcept {
  c = fold_width(c);
  if (c >= U'A' && c <= U'Z') return c + 0x20;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  if (const auto at = kBrackets.find(c); at != std::u32string_view::npos) return at % 2 == 0 ? U'(' : U')';
  return kDots.find(c) != std::u32string_view::npos ? U'·' : c;
}

std::string normal_name(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  const char* p = s.data();
  const char* const end = p + s.size();
  while (p != end) {
    const char* const run = p;
    p = skip_normal(p, end);
    out.append(run, p);
    if (p == end) break;
    const char32_t c = decode(p, end);
    if (!is_space(c) && !is_invisible(c)) append(out, normal(c));
  }
  return out;
}

bool is_normal_name(std::string_view s) noexcept {
  const char* const end = s.data() + s.size();
  return skip_normal(s.data(), end) == end;
}

// Every character has its own normal form: what is in a text as it is, is in the normal one.
bool contains_name(std::string_view s, std::string_view name) {
  if (s.find(name) != std::string_view::npos) return true;
  return normal_name(s).find(normal_name(name)) != std::string::npos;
}

}  // namespace formcheck::text
