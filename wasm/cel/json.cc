#include "cel/json.h"

#include <cmath>

#include "cel/bounds.h"
#include "cel/host.h"
#include "cel/number_text.h"
#include "cel/operators.h"

namespace formcheck::cel {
namespace {

void write_string(std::string_view s, std::string& out) {
  constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : s) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20) {
          out += c;
        } else {
          out += "\\u00", out += kHex[c >> 4], out += kHex[c & 15];
        }
    }
  }
  out += '"';
}

void write_real(double d, std::string& out) {
  const std::string text = double_text(d);
  if (!std::isfinite(d)) return write_string(text, out);
  out += text;
  if (text.find_first_of(".e") == std::string::npos) out += ".0";
}

std::string key_text(const Value& key) {
  if (key.kind == Kind::string) return std::string(key.string);
  return key.kind == Kind::integer ? integer_text(key.integer) : key.boolean ? "true" : "false";
}

void write(const Value& v, int depth, std::string& out);

void write_list(const Value& v, int depth, std::string& out) {
  out += '[';
  for (std::size_t i = 0; i < list_size(v); ++i) {
    if (i > 0) out += ',';
    write(list_at(v, i), depth + 1, out);
  }
  out += ']';
}

void write_member(std::string_view name, const Value& v, int depth, bool first, std::string& out) {
  if (!first) out += ',';
  write_string(name, out);
  out += ':';
  write(v, depth + 1, out);
}

void write_record(const Value& v, int depth, std::string& out) {
  out += '{';
  if (v.kind == Kind::map) {
    const auto& entries = v.map->entries;
    for (std::size_t i = 0; i < entries.size(); ++i)
      write_member(key_text(entries[i].first), entries[i].second, depth, i == 0, out);
  } else {
    const auto& members = v.object.type->members;
    for (std::uint32_t i = 0; i < members.size(); ++i)
      write_member(members[i].name, v.object.host->member(i), depth, i == 0, out);
  }
  out += '}';
}

void write(const Value& v, int depth, std::string& out) {
  if (depth > kMaxDepth) {
    out += "null";
    return;
  }
  switch (v.kind) {
    case Kind::boolean:
      out += v.boolean ? "true" : "false";
      break;
    case Kind::integer:
      out += integer_text(v.integer);
      break;
    case Kind::real:
      write_real(v.real, out);
      break;
    case Kind::decimal:
      out += v.decimal.to_plain();
      break;
    case Kind::string:
      write_string(v.string, out);
      break;
    case Kind::list:
      write_list(v, depth, out);
      break;
    case Kind::map:
    case Kind::object:
      write_record(v, depth, out);
      break;
    default:
      out += "null";
  }
}

}  // namespace

std::string to_json(const Value& value) {
  std::string out;
  write(value, 0, out);
  return out;
}

}  // namespace formcheck::cel
