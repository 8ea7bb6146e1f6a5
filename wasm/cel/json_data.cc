#include "cel/json_data.h"

#include "cel/bounds.h"
#include "cel/number_text.h"

namespace formcheck::cel {
namespace {

Value read_number(std::string_view digits) {
  if (const auto whole = parse_integer(digits)) return Value::of(*whole);
  return Value::of(parse_double(digits).value_or(0));
}

Value read(const json::Value& json, int depth, Arena& arena) {
  if (depth > kMaxDepth) return Value::null();
  switch (json.kind) {
    case json::Kind::null:
      return Value::null();
    case json::Kind::boolean:
      return Value::of(json.truth);
    case json::Kind::number:
      return read_number(json.text);
    case json::Kind::string:
      return Value::of(json.text);
    case json::Kind::array: {
      std::vector<Value>& list = arena.new_list();
      for (const json::Value& element : json) list.push_back(read(element, depth + 1, arena));
      return Value::of_span(list.data(), list.size());
    }
    case json::Kind::object:
      break;
  }
  MapEntries& map = arena.new_map();
  for (const json::Value& member : json) {
    map.entries.emplace_back(Value::of(member.key), read(member, depth + 1, arena));
  }
  return Value::of_map(&map);
}

}  // namespace

Value from_json(const json::Value& json, Arena& arena) { return read(json, 0, arena); }

JsonActivation::JsonActivation(const json::Value& data) : root_(from_json(data, arena_)) {}

std::optional<Value> JsonActivation::named(std::string_view name) const {
  if (root_.kind != Kind::map) return std::nullopt;
  for (const auto& [key, value] : root_.map->entries) {
    if (key.string == name) return value;
  }
  return std::nullopt;
}

}  // namespace formcheck::cel
