// Texts by key, with {name} places. The core holds no sentence of its own; these come from schema/.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "form/problem.h"

namespace formcheck::form {

// Fills {name} from `args`; a place without an argument stays as it stands, so that a slip is seen, not hidden.
[[nodiscard]] std::string fill(std::string_view pattern, const Args& args);

class Wording {
 public:
  void add(std::string key, std::string text) { texts_[std::move(key)] = std::move(text); }
  [[nodiscard]] bool has(const std::string& key) const { return texts_.count(key) != 0; }
  // The filled text; for an unknown key the key itself, so that something true is always shown.
  [[nodiscard]] std::string say(const std::string& key, const Args& args = {}) const;

 private:
  std::unordered_map<std::string, std::string> texts_;
};

}  // namespace formcheck::form
