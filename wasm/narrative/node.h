// Access to the knowledge file as json/checked has it, with this room's faults and texts.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/checked.h"

namespace formcheck::narrative {

// What is wrong with a file of the definition: where, and a code the wording file has a sentence for.
struct Fault {
  std::string file, place, code, value;
};

// One file being loaded.
struct Source {
  std::string_view file;
  const json::Value* root;
  std::optional<Fault>* fault;  // the first of the whole load
};

class Node : public json::Checked<Node, Source> {
 public:
  using Checked::Checked;

  [[nodiscard]] std::string text(std::string_view key) const;  // required, not blank
  [[nodiscard]] std::string text_or(std::string_view key, std::string_view fallback = "") const;
  [[nodiscard]] int whole(std::string_view key, int fallback) const;         // also negative
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;  // absent is empty
  [[nodiscard]] std::string_view key() const { return json_ == nullptr ? std::string_view() : json_->key; }
  [[nodiscard]] std::string self() const;  // its own text
  [[nodiscard]] bool is_text() const { return json_ != nullptr && json_->is_string(); }
  [[nodiscard]] std::vector<std::string> own_texts() const;  // of an array of texts

  void fail(std::string_view code, std::string_view value = "") const;
  void wrong(json::Wrong what, std::string_view detail) const;
};

}  // namespace formcheck::narrative
