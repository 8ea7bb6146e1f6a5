// Checked access to the knowledge file: the first thing that is not as wanted becomes the fault, later reads
// give defaults.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"

namespace formcheck::narrative {

// What is wrong with a file of the definition: where, and a code the wording file has a sentence for.
struct Fault {
  std::string file, place, code, value;
};

class Node {
 public:
  Node(const json::Value* json, std::string_view file, std::string place, std::optional<Fault>* fault)
      : json_(json), file_(file), place_(std::move(place)), fault_(fault) {}

  const Node& only(
      std::string_view keys) const;  // refuses keys that are not named; "$schema" and "about" may stand
  [[nodiscard]] bool has(std::string_view key) const {
    return json_ != nullptr && json_->find(key) != nullptr;
  }
  [[nodiscard]] Node at(std::string_view key) const;           // missing is a fault
  [[nodiscard]] std::string text(std::string_view key) const;  // required, not blank
  [[nodiscard]] std::string text_or(std::string_view key, std::string_view fallback = "") const;
  [[nodiscard]] bool flag(std::string_view key) const;
  [[nodiscard]] int whole(std::string_view key, int fallback) const;         // also negative
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;  // absent is empty
  [[nodiscard]] std::vector<Node> items(std::string_view key) const;
  [[nodiscard]] std::vector<Node> members(std::string_view key) const;
  [[nodiscard]] std::string_view key() const { return json_ == nullptr ? std::string_view() : json_->key; }
  [[nodiscard]] std::string self() const;  // its own text
  [[nodiscard]] bool is_text() const { return json_ != nullptr && json_->is_string(); }
  [[nodiscard]] std::vector<std::string> own_texts() const;  // of an array of texts

  void fail(std::string_view code, std::string_view value = "") const;

 private:
  [[nodiscard]] Node child(const json::Value* value, std::string_view key) const;
  [[nodiscard]] const json::Value* find(std::string_view key, json::Kind kind, bool required) const;

  const json::Value* json_;
  std::string_view file_;
  std::string place_;
  std::optional<Fault>* fault_;
};

}  // namespace formcheck::narrative
