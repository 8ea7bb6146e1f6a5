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

}  // namespace formcheck::text
