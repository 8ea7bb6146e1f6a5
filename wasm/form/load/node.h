// Access to a definition's JSON as json/checked has it, with DefinitionErrors, and texts that have their years and stay.
#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form/problem.h"
#include "json/checked.h"
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

class Node : public json::Checked<Node, Source> {
 public:
  using Checked::Checked;

  const Node& only(Names keys) const { return Checked::only(keys); }
  [[nodiscard]] std::string_view text(std::string_view key) const;           // required, not blank
  [[nodiscard]] std::string_view text_or(std::string_view key, std::string_view fallback = "") const;
  [[nodiscard]] std::optional<std::uint32_t> number(std::string_view key) const;  // 0…1,000,000; absent is nothing
  [[nodiscard]] std::vector<std::string_view> texts(std::string_view key) const;       // absent is empty
  [[nodiscard]] std::string_view as_text() const;
  [[nodiscard]] std::string_view key() const;

  // The index of the text in `names`; another text is an error.
  [[nodiscard]] std::size_t one_of(std::string_view key, Names names) const;

  void fail(std::string_view code, Args args = {}) const;
  void wrong(json::Wrong what, std::string_view detail) const;
  [[nodiscard]] Source& source() const { return *source_; }
};

}  // namespace formcheck::form
