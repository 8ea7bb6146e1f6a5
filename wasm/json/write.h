// JSON text, appended piece by piece. Commas come by themselves; whether the pieces make sense is the
// caller's business.
//
//   Writer w;
//   w.object().member("id", row.id).key("slots").array();
//   for (…) w.number(slot);
//   w.close(']').close('}');
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "json/value.h"

namespace formcheck::json {

// Appends the text in quotes. Well-formed UTF-8 goes through as it is, but for " \ and control characters.
void append_quoted(std::string& out, std::string_view text);

class Writer {
 public:
  Writer& object() { return piece("{"); }
  Writer& array() { return piece("["); }
  Writer& close(char bracket) {
    out_ += bracket;
    return *this;
  }
  Writer& key(std::string_view name);
  Writer& text(std::string_view text);
  Writer& number(std::int64_t n);
  Writer& null() { return piece("null"); }
  Writer& boolean(bool b) { return piece(b ? "true" : "false"); }
  Writer& piece(std::string_view json);  // JSON as it is
  Writer& value(const Value& v);         // a tree

  Writer& member(std::string_view name, std::string_view text);
  Writer& number_member(std::string_view name, std::int64_t n);

  [[nodiscard]] std::string& str() { return out_; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void separate();

  std::string out_;
};

// Compact JSON laid out for people: two spaces a level. What is not JSON comes out with its line breaks in
// odd places.
[[nodiscard]] std::string indented(std::string_view json);

}  // namespace formcheck::json
