#include "cel/json.h"

#include <cmath>

#include "cel/bounds.h"
#include "cel/host.h"
#include "cel/number_text.h"
#include "cel/operators.h"
#include "json/write.h"

namespace formcheck::cel {
namespace {

void write_real(double d, std::string& out) {
  const std::string text = double_text(d);
  if (!std::isfinite(d)) return json::append_quoted(out, text);
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
  json::append_quoted(out, name);
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
      json::append_quoted(out, v.string);
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
