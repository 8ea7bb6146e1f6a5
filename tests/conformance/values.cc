#include "values.h"

#include <cmath>

#include "cel/number_text.h"
#include "cel/operators.h"

namespace formcheck::conformance {
namespace {

using cel::Kind;
using cel::Type;
using cel::Value;

// Doubles may be numbers or, where JSON has no number for them, strings.
double read_double(const Json& json) {
  if (json.is_string()) return cel::parse_double(json.get<std::string>()).value_or(std::nan(""));
  return json.get<double>();
}

Value read_list(const Json& json, cel::Arena& arena) {
  auto& list = arena.new_list();
  if (json.contains("values")) {
    for (const Json& v : json["values"]) list.push_back(read_value(v, arena));
  }
  return Value::of_span(list.data(), list.size());
}

Value read_map(const Json& json, cel::Arena& arena) {
  auto& map = arena.new_map();
  if (json.contains("entries")) {
    for (const Json& e : json["entries"])
      map.entries.emplace_back(read_value(e["key"], arena), read_value(e["value"], arena));
  }
  return Value::of_map(&map);
}

}  // namespace

Value read_value(const Json& json, cel::Arena& arena) {
  const auto only = json.begin();
  const std::string& kind = only.key();
  const Json& v = only.value();
  if (kind == "boolValue") return Value::of(v.get<bool>());
  if (kind == "int64Value") return Value::of(cel::parse_integer(v.get<std::string>()).value_or(0));
  if (kind == "doubleValue") return Value::of(read_double(v));
  if (kind == "listValue") return read_list(v, arena);
  if (kind == "mapValue") return read_map(v, arena);
  if (kind == "stringValue") {
    std::string& kept = arena.new_string();
    kept = v.get<std::string>();
    return Value::of(std::string_view(kept));
  }
  return Value::null();
}

Type read_type(const Json& json) {
  if (json.contains("primitive")) {
    const std::string name = json["primitive"].get<std::string>();
    return Type::of(name == "BOOL"     ? Kind::boolean
                    : name == "INT64"  ? Kind::integer
                    : name == "DOUBLE" ? Kind::real
                                       : Kind::string);
  }
  if (json.contains("listType")) return Type::list_of(read_type(json["listType"]["elemType"]));
  if (json.contains("mapType"))
    return Type::map_of(read_type(json["mapType"]["keyType"]), read_type(json["mapType"]["valueType"]));
  return Type::of(json.contains("null") ? Kind::null : Kind::dyn);
}

bool identical(const Value& a, const Value& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Kind::boolean:
      return a.boolean == b.boolean;
    case Kind::integer:
      return a.integer == b.integer;
    case Kind::real:
      return (std::isnan(a.real) && std::isnan(b.real)) ||
             (a.real == b.real && std::signbit(a.real) == std::signbit(b.real));
    case Kind::string:
      return a.string == b.string;
    case Kind::list:
      if (cel::list_size(a) != cel::list_size(b)) return false;
      for (std::size_t i = 0; i < cel::list_size(a); ++i) {
        if (!identical(cel::list_at(a, i), cel::list_at(b, i))) return false;
      }
      return true;
    case Kind::map:
      if (a.map->entries.size() != b.map->entries.size()) return false;
      for (const auto& [key, value] : a.map->entries) {
        const Value* other = cel::find_key(*b.map, key);
        if (other == nullptr || !identical(value, *other)) return false;
      }
      return true;
    default:
      return a.kind == Kind::null;
  }
}

}  // namespace formcheck::conformance
