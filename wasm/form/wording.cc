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
        bool found = false;
        for (const auto& [key, value] : args) {
          if (key != name) continue;
          out += value;
          found = true;
          break;
        }
        if (found) {
          i = end + 1;
          continue;
        }
      }
    }
    out += pattern[i++];
  }
  return out;
}

std::string Wording::say(const std::string& key, const Args& args) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? key : fill(found->second, args);
}

}  // namespace formcheck::form
