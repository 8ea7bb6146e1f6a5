// Lists, maps and strings made anew, and reaching into lists and maps.
#include "cel/operators.h"

namespace formcheck::cel {
namespace {

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
  if (!i || static_cast<std::uint64_t>(*i) >= list_size(list))
    return run.fail(Failure::out_of_range, "index out of range");
  out = list_at(list, static_cast<std::size_t>(*i));
  return Failure::none;
}

Failure concatenate_strings(Run& run, std::string_view a, std::string_view b, Value& out) {
  if (!run.pay((a.size() + b.size()) / kBytesPerStep)) return run.exhausted();
  std::string& joined = run.arena.new_string();
  joined.reserve(a.size() + b.size());
  joined.append(a).append(b);
  out = Value::of(std::string_view(joined));
  return Failure::none;
}

Failure concatenate_lists(Run& run, const Value& a, const Value& b, Value& out) {
  if (!run.pay(list_size(a) + list_size(b))) return run.exhausted();
  std::vector<Value>& joined = run.arena.new_list();
  joined.reserve(list_size(a) + list_size(b));
  for (const Value* part : {&a, &b}) {
    for (std::size_t i = 0; i < list_size(*part); ++i) joined.push_back(list_at(*part, i));
  }
  out = Value::of_span(joined.data(), joined.size());
  return Failure::none;
}

}  // namespace

Failure concatenate(Run& run, const Value& a, const Value& b, Value& out) {
  return a.kind == Kind::string ? concatenate_strings(run, a.string, b.string, out)
                                : concatenate_lists(run, a, b, out);
}

Failure select_key(Run& run, const Value& map, const Value& key, Value& out) {
  if (key.is_null()) return run.no_overload(key);
  const Value* value = find_key(*map.map, key);
  if (value == nullptr) return run.fail(Failure::no_such_key, "no such key");
  out = *value;
  return Failure::none;
}

Failure eval_index(const Code& c, Run& run, Value& out) {
  Value object, key;
  if (const Failure f = (*c.a)(run, object); f != Failure::none) return f;
  if (const Failure f = (*c.b)(run, key); f != Failure::none) return f;
  switch (object.kind) {
    case Kind::list:
      return at(c, run, index_list(run, object, key, out));
    case Kind::map:
      return at(c, run, select_key(run, object, key, out));
    default:
      return at(c, run, run.no_overload(object));
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
    if (find_key(map, key) != nullptr)
      return at(*c.all[i], run, run.fail(Failure::bad_argument, "repeated key"));
    map.entries.emplace_back(key, value);
  }
  out = Value::of_map(&map);
  return Failure::none;
}

}  // namespace formcheck::cel
