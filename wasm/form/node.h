// Checked access to a definition's JSON: every read says what it wants, and the first thing that is not so becomes the
// DefinitionError. Later reads give defaults, so loaders need no branch after every line.
#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form/json.h"
#include "form/problem.h"

namespace formcheck::form {

// One file being loaded.
struct Source {
  std::string file;
  int year = 0;                          // for {year}, {year-1} … in texts; 0 leaves them alone
  std::optional<DefinitionError>& error;  // the first fault of the whole load

  void fail(std::string code, std::string place, Args args = {}, std::size_t column = 0) {
    if (!error) error = DefinitionError{std::move(code), file, std::move(place), column, std::move(args)};
  }
};

// Replaces {year}, {year-N}, {year+N}.
[[nodiscard]] std::string fill_years(std::string_view s, int year);

class Node {
 public:
  Node(const Json* json, Source* source, std::string place) : json_(json), source_(source), place_(std::move(place)) {}

  // Refuses keys that are not named: a slip of the pen must not pass in silence. "$schema" and "about" always may stand.
  const Node& only(std::initializer_list<std::string_view> keys) const;

  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] Node at(std::string_view key) const;                    // a missing key is an error
  [[nodiscard]] std::string text(std::string_view key) const;           // required, not blank
  [[nodiscard]] std::string text_or(std::string_view key, std::string_view fallback = "") const;
  [[nodiscard]] bool flag(std::string_view key) const;                  // absent is false
  [[nodiscard]] std::optional<std::uint32_t> number(std::string_view key) const;  // 0…1,000,000; absent is nothing
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;       // absent is empty
  [[nodiscard]] std::vector<Node> items(std::string_view key) const;    // of an array; absent is empty
  [[nodiscard]] std::vector<std::pair<std::string, Node>> members(std::string_view key) const;  // of an object; absent is empty
  [[nodiscard]] std::vector<std::pair<std::string, Node>> members() const;
  [[nodiscard]] std::string as_text() const;

  // The index of the text in `names`; another text is an error.
  [[nodiscard]] std::size_t one_of(std::string_view key, std::initializer_list<std::string_view> names) const;

  void fail(std::string code, Args args = {}) const { source_->fail(std::move(code), place_, std::move(args)); }
  [[nodiscard]] const std::string& place() const { return place_; }
  [[nodiscard]] Source& source() const { return *source_; }

 private:
  const Json* find(std::string_view key, bool required) const;
  Node child(const Json* json, std::string_view key) const;
  void wrong_type(std::string_view key, std::string_view wanted) const;

  const Json* json_;  // may be null after a failure
  Source* source_;
  std::string place_;
};

}  // namespace formcheck::form
