#include "form/wording.h"

namespace formcheck::form {

std::string fill(std::string_view pattern, const Args& args) {
  std::string out;
  out.reserve(pattern.size() + 32);
  for (std::size_t i = 0; i < pattern.size();) {
    if (pattern[i] == '{') {
      const std::size_t end = pattern.find('}', i);
      if (end != std::string_view::npos) {
        const std::string_view name = pattern.substr(i + 1, end - i - 1);
        if (const std::string* value = args.find(name)) {
          out += *value;
          i = end + 1;
          continue;
        }
      }
    }
    out += pattern[i++];
  }
  return out;
}

const std::string_view* Wording::find(std::string_view key) const {
  for (const auto& [name, text] : texts_) {
    if (name == key) return &text;
  }
  return nullptr;
}

std::string Wording::say(std::string_view key, const Args& args) const {
  const std::string_view* text = find(key);
  return text == nullptr ? std::string(key) : fill(*text, args);
}

}  // namespace formcheck::form
