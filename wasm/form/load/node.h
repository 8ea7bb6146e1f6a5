// Checked access to a definition's JSON: every read says what it wants, and the first thing that is not so becomes the
// DefinitionError. Later reads give defaults, so loaders need no branch after every line.
#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form/problem.h"
#include "json/value.h"
#include "text/store.h"

namespace formcheck::form {

// One file being loaded.
struct Source {
  std::string_view file;
  const json::Value* root;
  int year = 0;                           // for {year}, {year-1} … in texts; 0 leaves them alone
  std::optional<DefinitionError>* error;  // the first fault of the whole load
  text::Store* texts;                     // where the texts that are read stay

  void fail(std::string_view code, std::string_view place, Args args = {}, std::size_t column = 0) const;
};

// Replaces {year}, {year-N}, {year+N}.
[[nodiscard]] std::string fill_years(std::string_view s, int year);

// Names are given as one text with spaces between (text/words.h). A braced list is refused by the compiler: two names in
// braces would be taken for the two ends of one text.
class Names {
 public:
  Names(const char* names) : names_(names) {}  // NOLINT: written where a list is meant
  Names(std::initializer_list<const char*>) = delete;
  operator std::string_view() const { return names_; }  // NOLINT

 private:
  std::string_view names_;
};

class Node {
 public:
  Node(const json::Value* json, Source* source) : json_(json), source_(source) {}

  // Refuses keys that are not named: a slip of the pen must not pass in silence. "$schema" and "about" always may stand.
  const Node& only(Names keys) const;

  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] Node at(std::string_view key) const;                    // a missing key is an error
  [[nodiscard]] std::string_view text(std::string_view key) const;           // required, not blank
  [[nodiscard]] std::string_view text_or(std::string_view key, std::string_view fallback = "") const;
  [[nodiscard]] bool flag(std::string_view key) const;                  // absent is false
  [[nodiscard]] std::optional<std::uint32_t> number(std::string_view key) const;  // 0…1,000,000; absent is nothing
  [[nodiscard]] std::vector<std::string_view> texts(std::string_view key) const;       // absent is empty
  [[nodiscard]] std::vector<Node> items(std::string_view key) const;    // of an array; absent is empty
  [[nodiscard]] std::vector<Node> members(std::string_view key) const;  // of an object, each with its key(); absent is empty
  [[nodiscard]] std::string_view as_text() const;
  [[nodiscard]] std::string_view key() const;

  // The index of the text in `names`; another text is an error.
  [[nodiscard]] std::size_t one_of(std::string_view key, Names names) const;

  void fail(std::string_view code, Args args = {}) const;
  [[nodiscard]] Source& source() const { return *source_; }

 private:
  const json::Value* find(std::string_view key, bool required) const;
  std::vector<Node> children(std::string_view key, json::Kind kind, std::string_view wanted) const;
  void wrong_type(std::string_view wanted) const;
  bool is_object() const;

  const json::Value* json_;  // may be null after a failure
  Source* source_;
};

}  // namespace formcheck::form
