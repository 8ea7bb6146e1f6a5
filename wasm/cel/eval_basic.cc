// Values as they stand: literals, variables and members.
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

const Value& standing(const HostValue& v, Run& run, Value& scratch) { return v.ready ? v.value : run.activation.settle(v, scratch); }

const Value& bound(const Code& c, Run& run, Value& scratch) {
  const Activation& a = run.activation;
  return standing(*(c.index >= Activation::kOfRecord ? a.record[c.index - Activation::kOfRecord] : a.values[c.index]), run, scratch);
}

void take_member(Run& run, const HostObject& host, std::uint32_t index, Value& out) {
  if (index < host.standing) {
    out = standing(*host.values[index], run, out);
  } else {
    emplace(out, [&] { return host.member(index); });
  }
}

// The type is asked for again because an index means nothing to another one.
Failure member(const Code& c, Run& run, const Value& object, Value& out) {
  if (object.kind != Kind::object || object.object.type != c.data) return at(c, run, run.no_overload(object));
  take_member(run, *object.object.host, c.index, out);
  return Failure::none;
}

}  // namespace

Failure eval_literal(const Code& c, Run&, Value& out) {
  out = *static_cast<const Value*>(c.data);
  return Failure::none;
}

const Value* operand(const Code& c, Run& run, Value& scratch, Failure& failure) {
  if (c.evaluate == eval_bound) return &bound(c, run, scratch);
  if (c.evaluate == eval_literal) return static_cast<const Value*>(c.data);
  failure = c(run, scratch);
  return failure == Failure::none ? &scratch : nullptr;
}

Failure eval_variable(const Code& c, Run& run, Value& out) {
  emplace(out, [&] { return run.activation.variable(c.index); });
  return Failure::none;
}

Failure eval_bound(const Code& c, Run& run, Value& out) {
  Value scratch;
  out = bound(c, run, scratch);
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
  return at(c, run, run.fail(Failure::unknown_name, "unknown variable"));
}

Failure eval_member(const Code& c, Run& run, Value& out) {
  Value object;
  if (const Failure f = (*c.a)(run, object); f != Failure::none) return f;
  return member(c, run, object, out);
}

Failure eval_local_member(const Code& c, Run& run, Value& out) {
  return member(c, run, run.locals[c.a->index], out);
}

Failure eval_select(const Code& c, Run& run, Value& out) {
  Value object;
  if (const Failure f = (*c.a)(run, object); f != Failure::none) return f;
  std::uint32_t index = 0;
  if (object.kind == Kind::map) return at(c, run, select_key(run, object, Value::of(c.text), out));
  if (object.kind != Kind::object) return at(c, run, run.no_overload(object));
  if (find_member(*object.object.type, c.text, index) == nullptr)
    return at(c, run, run.fail(Failure::no_such_key, "no such member"));
  take_member(run, *object.object.host, index, out);
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
    Value filled;
    if (known) take_member(run, *object.object.host, index, filled);
    out = Value::of(known && is_filled(filled));
  } else {
    return at(c, run, run.no_overload(object));
  }
  return Failure::none;
}

}  // namespace formcheck::cel
