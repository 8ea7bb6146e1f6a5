// Texts by key, with {name} places. The core holds no sentence of its own; these come from schema/.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "form/problem.h"

namespace formcheck::form {

// Fills {name} from `args`; a place without an argument stays as it stands, so that a slip is seen, not hidden.
[[nodiscard]] std::string fill(std::string_view pattern, const Args& args);

class Wording {
 public:
  // Key and text.
  using Entry = std::pair<std::string_view, std::string_view>;
  [[nodiscard]] std::vector<Entry>& entries() { return texts_; }
  void add(std::string_view key, std::string_view text) { texts_.emplace_back(key, text); }  // both outlive it
  [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }
  // The filled text; for an unknown key the key itself, so that something true is always shown.
  [[nodiscard]] std::string say(std::string_view key, const Args& args = {}) const;

 private:
  [[nodiscard]] const std::string_view* find(std::string_view key) const;

  std::vector<Entry> texts_;  // some two hundred: looked through one by one
};

}  // namespace formcheck::form
