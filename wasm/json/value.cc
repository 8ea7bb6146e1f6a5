#include "json/value.h"

namespace formcheck::json {

const Value* Value::find(std::string_view name) const {
  if (kind != Kind::object) return nullptr;
  const Value* member = first;
  while (member != nullptr && member->key != name) member = member->next;
  return member;
}

std::string_view Value::text_of(std::string_view name) const {
  const Value* member = find(name);
  return member != nullptr && member->is_string() ? member->text : std::string_view();
}

std::optional<std::uint32_t> Value::whole() const {
  if (kind != Kind::number || text.size() > 10) return {};
  std::uint64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return {};
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  if (number > UINT32_MAX) return {};
  return static_cast<std::uint32_t>(number);
}

std::string pointer_to(std::string_view parent, std::string_view key) {
  std::string out(parent);
  out += '/';
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace formcheck::json
