#include "cel/json_data.h"

#include "cel/bounds.h"

namespace formcheck::cel {
namespace {

using Json = nlohmann::ordered_json;

Value read(const Json& json, int depth, Arena& arena);

Value read_string(const Json& json, Arena& arena) {
  std::string& kept = arena.new_string();
  kept = *json.get_ptr<const Json::string_t*>();
  return Value::of(std::string_view(kept));
}

Value read_number(const Json& json) {
  if (json.is_number_float()) return Value::of(json.get<double>());
  if (json.is_number_unsigned() && json.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX)) {
    return Value::of(static_cast<double>(json.get<std::uint64_t>()));
  }
  return Value::of(json.get<std::int64_t>());
}

Value read_array(const Json& json, int depth, Arena& arena) {
  std::vector<Value>& list = arena.new_list();
  list.reserve(json.size());
  for (const Json& element : json) list.push_back(read(element, depth + 1, arena));
  return Value::of_span(list.data(), list.size());
}

Value read_object(const Json& json, int depth, Arena& arena) {
  MapEntries& map = arena.new_map();
  map.entries.reserve(json.size());
  for (const auto& [key, member] : json.items()) {
    std::string& kept = arena.new_string();
    kept = key;
    map.entries.emplace_back(Value::of(std::string_view(kept)), read(member, depth + 1, arena));
  }
  return Value::of_map(&map);
}

Value read(const Json& json, int depth, Arena& arena) {
  if (depth > kMaxDepth) return Value::null();
  if (json.is_string()) return read_string(json, arena);
  if (json.is_boolean()) return Value::of(json.get<bool>());
  if (json.is_number()) return read_number(json);
  if (json.is_array()) return read_array(json, depth, arena);
  if (json.is_object()) return read_object(json, depth, arena);
  return Value::null();
}

}  // namespace

Value from_json(const Json& json, Arena& arena) { return read(json, 0, arena); }

JsonActivation::JsonActivation(const Json& data) : root_(from_json(data, arena_)) {}

std::optional<Value> JsonActivation::named(std::string_view name) const {
  if (root_.kind != Kind::map) return std::nullopt;
  for (const auto& [key, value] : root_.map->entries) {
    if (key.string == name) return value;
  }
  return std::nullopt;
}

}  // namespace formcheck::cel
