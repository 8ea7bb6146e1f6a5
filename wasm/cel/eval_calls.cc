// Function calls.
#include "cel/functions.h"
#include "cel/operators.h"
#include "cel/regex.h"

namespace formcheck::cel {
namespace {

// Made one by one as they come: most calls have one or two.
struct Arguments {
  Arguments() {}
  union {
    Value values[kMaxArguments];
  };
};

// All arguments, none null.
Failure arguments(const Code& c, Run& run, Value* out) {
  for (std::uint32_t i = 0; i < c.count; ++i) {
    ::new (static_cast<void*>(&out[i])) Value();
    if (const Failure f = (*c.all[i])(run, out[i]); f != Failure::none) return f;
    if (out[i].is_null()) return at(c, run, run.no_overload(out[i]));
  }
  return Failure::none;
}

// An int where a decimal is declared becomes one.
bool fits(const Callable& f, Value* values) {
  for (std::size_t i = 0; i < f.count; ++i) {
    const Kind wanted = f.parameters[i].kind;
    if (wanted == Kind::decimal && values[i].kind == Kind::integer) continue;
    if (wanted != Kind::dyn && wanted != values[i].kind) return false;
    if (wanted == Kind::object && values[i].object.type != f.parameters[i].object) return false;
  }
  for (std::size_t i = 0; i < f.count; ++i) {
    if (f.parameters[i].kind == Kind::decimal && values[i].kind == Kind::integer)
      values[i] = Value::of(number::Decimal(values[i].integer));
  }
  return true;
}

}  // namespace

Failure eval_builtin(const Code& c, Run& run, Value& out) {
  Arguments made;
  Value* const values = made.values;
  if (const Failure f = arguments(c, run, values); f != Failure::none) return f;
  return at(c, run, (*static_cast<const BuiltinFunction*>(c.data))(run, values, out));
}

Failure eval_host_call(const Code& c, Run& run, Value& out) {
  Arguments made;
  Value* const values = made.values;
  if (const Failure f = arguments(c, run, values); f != Failure::none) return f;
  const auto* candidates = static_cast<const Callable* const*>(c.data);
  for (std::uint32_t i = 0; i < c.index; ++i) {
    if (!fits(*candidates[i], values)) continue;
    out = candidates[i]->call(values, run.arena);
    return Failure::none;
  }
  return at(c, run, run.fail(Failure::no_such_overload, "no such overload"));
}

Failure eval_unknown_call(const Code& c, Run& run, Value&) {
  return at(c, run, run.fail(Failure::unknown_name, "unknown function"));
}

Failure eval_matches(const Code& c, Run& run, Value& out) {
  Value text;
  if (const Failure f = (*c.a)(run, text); f != Failure::none) return f;
  if (text.kind != Kind::string) return at(c, run, run.no_overload(text));
  const auto found = static_cast<const Pattern*>(c.data)->search(text.string, run.steps);
  if (!found) return run.exhausted();
  out = Value::of(*found);
  return Failure::none;
}

}  // namespace formcheck::cel
