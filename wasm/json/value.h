// A JSON tree to look at: small records that name parts of the text they were read from. Never changed once
// read.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace formcheck::json {

enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

struct Value {
  Kind kind = Kind::null;
  bool truth = false;      // boolean
  std::uint32_t size = 0;  // elements or members
  std::string_view key;    // of a member: its name
  std::string_view text;   // string: its characters; number: the digits as written
  const Value* first = nullptr;
  const Value* next = nullptr;  // the element or member after this one

  [[nodiscard]] bool is(Kind k) const { return kind == k; }
  [[nodiscard]] bool is_string() const { return kind == Kind::string; }
  [[nodiscard]] bool is_array() const { return kind == Kind::array; }
  [[nodiscard]] bool is_object() const { return kind == Kind::object; }

  // The member of that name, or null; also when this is no object. Linear.
  [[nodiscard]] const Value* find(std::string_view name) const;
  // Its text when there is such a member and it is a text, else "".
  [[nodiscard]] std::string_view text_of(std::string_view name) const;

  // The number, when it is a whole one from 0 to 4,294,967,295 and written so.
  [[nodiscard]] std::optional<std::uint32_t> whole() const;

  // for (const Value& child : value)
  struct Iterator {
    const Value* at;
    const Value& operator*() const { return *at; }
    Iterator& operator++() {
      at = at->next;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at != other.at; }
  };
  [[nodiscard]] Iterator begin() const { return {first}; }
  [[nodiscard]] Iterator end() const { return {nullptr}; }
};

// RFC 6901: `parent` + "/" + escaped `key`.
[[nodiscard]] std::string pointer_to(std::string_view parent, std::string_view key);

}  // namespace formcheck::json
