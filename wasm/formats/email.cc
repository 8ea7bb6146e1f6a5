// One e-mail address: the pattern of HTML5's input type=email, and at least one dot in the domain.
//   email.several                  more than one address
//   email.fullWidth{suggestion}    right once full-width signs are ASCII
//   email.spaces{suggestion}       right once white space within is gone
//   email.malformed                anything else
#include "formats/format.h"
#include "formats/typed.h"
#include "text/classes.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace formcheck::formats {
namespace {

bool is_alphanumeric(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_label(std::string_view s) noexcept {
  if (s.empty() || s.size() > 63 || s.front() == '-' || s.back() == '-') return false;
  for (const char c : s) {
    if (!is_alphanumeric(c) && c != '-') return false;
  }
  return true;
}

bool is_address(std::string_view s) noexcept {
  const auto at = s.find('@');
  if (at == std::string_view::npos || at == 0) return false;
  for (const char c : s.substr(0, at)) {
    if (!is_alphanumeric(c) && std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) == std::string_view::npos)
      return false;
  }
  std::string_view domain = s.substr(at + 1);
  std::size_t labels = 1;
  for (auto dot = domain.find('.'); dot != std::string_view::npos; dot = domain.find('.'), ++labels) {
    if (!is_label(domain.substr(0, dot))) return false;
    domain.remove_prefix(dot + 1);
  }
  return labels > 1 && is_label(domain);
}

// The text as it may have been meant, and what had to be changed for it.
struct Mended {
  std::string text;
  bool full_width = false, spaces = false;
  int addresses = 0;  // stretches between separators that hold an @
};

Mended mend(std::string_view typed) {
  Mended out;
  bool counted = false;
  const char* p = typed.data();
  const char* const end = p + typed.size();
  while (p != end) {
    const char32_t c = text::decode(p, end);
    const char32_t folded = c == U'。' || c == U'｡' ? U'.' : text::fold_width(c);
    const bool gap = text::is_space(c);
    if (gap || folded == U',' || folded == U';' || folded == U'/' || folded == U'|' || c == U'、') {
      counted = false;
    } else if (folded == U'@' && !counted) {
      counted = true;
      ++out.addresses;
    }
    if (gap || text::is_invisible(c)) {
      out.spaces = true;
      continue;
    }
    out.full_width |= folded != c;
    text::append(out.text, folded);
  }
  return out;
}

std::vector<Problem> check(std::string_view typed) {
  const std::string_view trimmed = text::trim(typed);
  if (is_address(trimmed)) return {};
  const Mended mended = mend(trimmed);
  if (mended.addresses > 1) return {{"email.several", {}}};
  if (!is_address(mended.text)) return {{"email.malformed", {}}};
  std::vector<Problem> out;
  if (mended.full_width) out.push_back({"email.fullWidth", {{"suggestion", mended.text}}});
  if (mended.spaces) out.push_back({"email.spaces", {{"suggestion", mended.text}}});
  return out;
}

}  // namespace

Format email() {
  return {"email", check, "email.several email.fullWidth email.spaces email.malformed"};
}

}  // namespace formcheck::formats
