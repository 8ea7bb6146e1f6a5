// Values as they stand: literals, variables, members, elements, lists and maps.
#include "cel/operators.h"

namespace formcheck::cel {
namespace {

const ObjectType::Member* find_member(const ObjectType& type, std::string_view name, std::uint32_t& index) {
  for (index = 0; index < type.members.size(); ++index) {
    if (type.members[index].name == name) return &type.members[index];
  }
  return nullptr;
}

// has(): a host's field is there when it is filled in.
bool is_filled(const Value& v) {
  if (v.kind == Kind::string) return !v.string.empty();
  if (v.kind == Kind::list) return list_size(v) > 0;
  return !v.is_null();
}

Failure index_list(Run& run, const Value& list, const Value& key, Value& out) {
  std::optional<std::int64_t> i;
  if (key.kind == Kind::integer) i = key.integer;
  if (key.kind == Kind::decimal) i = key.decimal.to_int64();
  // Beyond 2^53 doubles no longer name single integers, and no list is that long.
  if (key.kind == Kind::real && key.real >= 0 && key.real < 9007199254740992.0) {
    const auto whole = static_cast<std::int64_t>(key.real);
    if (static_cast<double>(whole) == key.real) i = whole;
  }
  if (!i && key.kind != Kind::real && key.kind != Kind::decimal) return run.no_overload(key);
  if (!i || *i < 0 || static_cast<std::uint64_t>(*i) >= list_size(list)) return run.fail(Failure::out_of_range, "index out of range");
  out = list_at(list, static_cast<std::size_t>(*i));
  return Failure::none;
}

Failure index_map(Run& run, const Value& map, const Value& key, Value& out) {
  if (key.is_null()) return run.no_overload(key);
  const Value* value = find_key(*map.map, key);
  if (value == nullptr) return run.fail(Failure::no_such_key, "no such key");
  out = *value;
  return Failure::none;
}

}  // namespace

Failure eval_literal(const Code& c, Run&, Value& out) {
  out = *static_cast<const Value*>(c.data);
  return Failure::none;
}

Failure eval_variable(const Code& c, Run& run, Value& out) {
  out = run.activation.variable(c.index);
  return Failure::none;
}

Failure eval_local(const Code& c, Run& run, Value& out) {
  out = run.locals[c.index];
  return Failure::none;
}

Failure eval_named(const Code& c, Run& run, Value& out) {
  if (const auto value = run.activation.named(c.text)) {
    out = *value;
    return Failure::none;
  }
  if (c.a != nullptr) return (*c.a)(run, out);
  return at(c, run, run.fail(Failure::other, "unknown variable"));
}

Failure eval_member(const Code& c, Run& run, Value& out) {
  Value object;
  if (const Failure f = (*c.a)(run, object); f != Failure::none) return f;
  if (object.kind != Kind::object || object.object.type != c.data) return at(c, run, run.no_overload(object));
  out = object.object.host->member(c.index);
  return Failure::none;
}

Failure eval_select(const Code& c, Run& run, Value& out) {
  Value object;
  if (const Failure f = (*c.a)(run, object); f != Failure::none) return f;
  std::uint32_t index = 0;
  if (object.kind == Kind::map) return at(c, run, index_map(run, object, Value::of(c.text), out));
  if (object.kind != Kind::object) return at(c, run, run.no_overload(object));
  if (find_member(*object.object.type, c.text, index) == nullptr) return at(c, run, run.fail(Failure::no_such_key, "no such member"));
  out = object.object.host->member(index);
  return Failure::none;
}

Failure eval_has(const Code& c, Run& run, Value& out) {
  Value object;
  if (const Failure f = (*c.a)(run, object); f != Failure::none) return f;
  std::uint32_t index = 0;
  if (object.kind == Kind::map) {
    out = Value::of(find_key(*object.map, Value::of(c.text)) != nullptr);
  } else if (object.kind == Kind::object) {
    const bool known = find_member(*object.object.type, c.text, index) != nullptr;
    out = Value::of(known && is_filled(object.object.host->member(index)));
  } else {
    return at(c, run, run.no_overload(object));
  }
  return Failure::none;
}

Failure eval_index(const Code& c, Run& run, Value& out) {
  Value object, key;
  if (const Failure f = (*c.a)(run, object); f != Failure::none) return f;
  if (const Failure f = (*c.b)(run, key); f != Failure::none) return f;
  switch (object.kind) {
    case Kind::list: return at(c, run, index_list(run, object, key, out));
    case Kind::map: return at(c, run, index_map(run, object, key, out));
    default: return at(c, run, run.no_overload(object));
  }
}

Failure eval_list(const Code& c, Run& run, Value& out) {
  std::vector<Value>& list = run.arena.new_list();
  list.resize(c.count);
  for (std::uint32_t i = 0; i < c.count; ++i) {
    if (const Failure f = (*c.all[i])(run, list[i]); f != Failure::none) return f;
  }
  out = Value::of_span(list.data(), list.size());
  return Failure::none;
}

Failure eval_map(const Code& c, Run& run, Value& out) {
  MapEntries& map = run.arena.new_map();
  for (std::uint32_t i = 0; i < c.count; i += 2) {
    Value key, value;
    if (const Failure f = (*c.all[i])(run, key); f != Failure::none) return f;
    if (const Failure f = (*c.all[i + 1])(run, value); f != Failure::none) return f;
    if (!run.pay(1 + map.entries.size() / 16)) return run.exhausted();
    if (key.is_null()) return at(*c.all[i], run, run.no_overload(key));
    if (!is_key(key)) return at(*c.all[i], run, run.fail(Failure::bad_argument, "unsupported key type"));
    if (find_key(map, key) != nullptr) return at(*c.all[i], run, run.fail(Failure::bad_argument, "repeated key"));
    map.entries.emplace_back(key, value);
  }
  out = Value::of_map(&map);
  return Failure::none;
}

}  // namespace formcheck::cel
