#include "text/normalize.h"

#include "text/classes.h"
#include "text/utf8.h"

namespace formcheck::text {
namespace {

// Start of the last code point of a text that is not empty; bytes that belong to none are stepped over
// singly.
const char* last_start(const char* begin, const char* end) noexcept {
  for (const char* p = end - 1; p >= begin && end - p <= 4; --p) {
    if ((static_cast<unsigned char>(*p) & 0xC0) == 0x80) continue;
    const char* q = p;
    (void)decode(q, end);
    return q == end ? p : end - 1;
  }
  return end - 1;
}

// What the names of companies are bracketed with; pairs stand side by side, the full-width ones are folded
// before.
constexpr std::u32string_view kBrackets = U"[]{}〔〕【】〖〗〘〙〈〉《》「」『』﹙﹚﹛﹜﹝﹞";

// The dot between the parts of a name: bullet, hyphenation point, dot operators, katakana dots.
constexpr std::u32string_view kDots = U"•‧∙⋅・･";

char32_t normal(char32_t c) noexcept {
  c = fold_width(c);
  if (c >= U'A' && c <= U'Z') return c + 0x20;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  if ((c >= U'0' && c <= U'9') || (c >= 0x4E00 && c <= 0x9FFF)) return c;
  if (const auto at = kBrackets.find(c); at != std::u32string_view::npos) return at % 2 == 0 ? U'(' : U')';
  return kDots.find(c) != std::u32string_view::npos ? U'·' : c;
}

// Bytes of the character at `p` when it is one that normal() leaves as it is and names are made of: a hanzi
// from U+4E00 to U+9FFF, a digit or a small letter. Else 0.
int normal_already(const char* p, const char* end) noexcept {
  if (p == end) return 0;
  const auto lead = static_cast<unsigned char>(*p);
  if (lead < 0x80) return (lead >= 'a' && lead <= 'z') || (lead >= '0' && lead <= '9') ? 1 : 0;
  if (lead < 0xE4 || lead > 0xE9 || end - p < 3) return 0;
  const auto second = static_cast<unsigned char>(p[1]), third = static_cast<unsigned char>(p[2]);
  const bool well_formed = (second & 0xC0) == 0x80 && (third & 0xC0) == 0x80;
  return well_formed && (lead > 0xE4 || second >= 0xB8) ? 3 : 0;
}

const char* skip_normal(const char* p, const char* end) noexcept {
  while (const int bytes = normal_already(p, end)) p += bytes;
  return p;
}

// The next character of a normal name; kEnd when there is none.
constexpr char32_t kEnd = 0xFFFFFFFF;
char32_t next_normal(const char*& p, const char* end) noexcept {
  while (p != end) {
    const char32_t c = decode(p, end);
    if (!is_space(c) && !is_invisible(c)) return normal(c);
  }
  return kEnd;
}

}  // namespace

std::string_view trim(std::string_view s) noexcept {
  const char* begin = s.data();
  const char* end = begin + s.size();
  for (const char* p = begin; p != end; begin = p) {
    if (!is_space(decode(p, end))) break;
  }
  while (begin != end) {
    const char* const start = last_start(begin, end);
    const char* p = start;
    if (!is_space(decode(p, end))) break;
    end = start;
  }
  return {begin, static_cast<std::size_t>(end - begin)};
}

bool is_blank(std::string_view s) noexcept {
  const char* p = s.data();
  const char* const end = p + s.size();
  while (p != end) {
    const char32_t c = decode(p, end);
    if (!is_space(c) && !is_invisible(c)) return false;
  }
  return true;
}

char32_t fold_width(char32_t c) noexcept {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - (0xFF01 - 0x21);
  return c == 0x3000 ? U' ' : c;
}

std::string fold_width(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  const char* p = s.data();
  const char* const end = p + s.size();
  while (p != end) append(out, fold_width(decode(p, end)));
  return out;
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

bool starts_with_name(std::string_view s, std::string_view name) {
  const char *p = s.data(), *q = name.data();
  const char *const p_end = p + s.size(), *const q_end = q + name.size();
  for (;;) {
    const char32_t c = next_normal(q, q_end);
    if (c == kEnd) return true;
    if (next_normal(p, p_end) != c) return false;
  }
}

bool same_name(std::string_view a, std::string_view b) {
  const char *p = a.data(), *q = b.data();
  const char *const p_end = p + a.size(), *const q_end = q + b.size();
  for (;;) {
    const char32_t c = next_normal(p, p_end);
    if (next_normal(q, q_end) != c) return false;
    if (c == kEnd) return true;
  }
}

// Every character has its own normal form: what is in a text as it is, is in the normal one.
bool contains_name(std::string_view s, std::string_view name) {
  if (s.find(name) != std::string_view::npos) return true;
  return normal_name(s).find(normal_name(name)) != std::string::npos;
}

}  // namespace formcheck::text
