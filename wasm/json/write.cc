#include "json/write.h"

namespace formcheck::json {

void append_quoted(std::string& out, std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  constexpr std::string_view kSpecial = "\"\\\b\f\n\r\t", kLetter = "\"\\bfnrt";
  out += '"';
  std::size_t plain = 0;  // what came before this is in `out`
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    out += '\\';
    const std::size_t special = kSpecial.find(c);
    if (special != std::string_view::npos) {
      out += kLetter[special];
    } else {
      out += "u00", out += kHex[c >> 4], out += kHex[c & 15];
    }
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

// No value ends in one of these, so the last character tells whether one went before.
void Writer::separate() {
  if (out_.empty()) return;
  const char last = out_.back();
  if (last != '{' && last != '[' && last != ':') out_ += ',';
}

Writer& Writer::piece(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

Writer& Writer::text(std::string_view text) {
  separate();
  append_quoted(out_, text);
  return *this;
}

Writer& Writer::key(std::string_view name) {
  text(name);
  out_ += ':';
  return *this;
}

Writer& Writer::number(std::int64_t n) { return piece(std::to_string(n)); }
Writer& Writer::member(std::string_view name, std::string_view value) { return key(name).text(value); }
Writer& Writer::number_member(std::string_view name, std::int64_t n) { return key(name).number(n); }

Writer& Writer::value(const Value& v) {
  switch (v.kind) {
    case Kind::null:
      return null();
    case Kind::boolean:
      return boolean(v.truth);
    case Kind::number:
      return piece(v.text);
    case Kind::string:
      return text(v.text);
    case Kind::array:
    case Kind::object:
      break;
  }
  piece(v.is_object() ? "{" : "[");
  for (const Value& child : v) {
    if (v.is_object()) key(child.key);
    value(child);
  }
  return close(v.is_object() ? '}' : ']');
}

std::string indented(std::string_view json) {
  std::string out;
  out.reserve(json.size() + json.size() / 2);
  std::size_t depth = 0;
  bool quoted = false, escaped = false, opened = false;
  const auto new_line = [&] {
    out += '\n';
    out.append(depth * 2, ' ');
  };
  for (const char c : json) {
    if (quoted) {
      out += c;
      quoted = escaped || c != '"';
      escaped = !escaped && c == '\\';
      continue;
    }
    const bool closes = c == '}' || c == ']';
    if (closes && depth > 0) --depth;
    if (opened != closes) new_line();
    out += c;
    quoted = c == '"';
    opened = c == '{' || c == '[';
    if (opened) ++depth;
    if (c == ':') out += ' ';
    if (c == ',') new_line();
  }
  return out;
}

}  // namespace formcheck::json
