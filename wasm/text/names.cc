#include "text/names.h"

#include "text/classes.h"
#include "text/normal_character.h"
#include "text/utf8.h"

namespace formcheck::text {
namespace {

// The next character of a normal name; kEnd when there is none.
constexpr char32_t kEnd = 0xFFFFFFFF;
[[gnu::noinline]] char32_t next_normal(const char*& p, const char* end) noexcept {
  while (p != end) {
    if (const int bytes = normal_already(p, end)) {
      const char* const q = p;
      p += bytes;
      return bytes == 1 ? static_cast<unsigned char>(*q) : (q[0] & 0x0Fu) << 12 | (q[1] & 0x3Fu) << 6 | (q[2] & 0x3Fu);
    }
    const char32_t c = decode(p, end);
    if (!is_space(c) && !is_invisible(c)) return normal(c);
  }
  return kEnd;
}

}  // namespace

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
  if (a == b) return true;
  const char *p = a.data(), *q = b.data();
  const char *const p_end = p + a.size(), *const q_end = q + b.size();
  for (;;) {
    const char32_t c = next_normal(p, p_end);
    if (next_normal(q, q_end) != c) return false;
    if (c == kEnd) return true;
  }
}

std::uint64_t name_hash(std::string_view s) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a, by characters
  const char* p = s.data();
  for (const char* const end = p + s.size();;) {
    const char32_t c = next_normal(p, end);
    if (c == kEnd) return hash;
    hash = (hash ^ c) * 0x100000001B3U;
  }
}

}  // namespace formcheck::text
