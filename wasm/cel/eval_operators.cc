// Operators, with what null and failures do to them.
#include "cel/eval_tables.h"
#include "cel/operators.h"

namespace formcheck::cel {
namespace {

// Both, one after the other; no `b` when one of them failed.
struct Operands {
  [[gnu::noinline]] Operands(const Code& c, Run& run) : a(operand(*c.a, run, scratch_a, failure)) {
    if (a != nullptr) b = operand(*c.b, run, scratch_b, failure);
  }

  Failure failure = Failure::none;
  Value scratch_a, scratch_b;
  const Value* a;
  const Value* b = nullptr;
};

template <Op op>
Failure eval_arithmetic(const Code& c, Run& run, Value& out) {
  const Operands on(c, run);
  if (on.b == nullptr) return on.failure;
  return at(c, run, arithmetic(op, run, *on.a, *on.b, out));
}

template <Op op>
Failure eval_order(const Code& c, Run& run, Value& out) {
  const Operands on(c, run);
  if (on.b == nullptr) return on.failure;
  std::partial_ordering o = std::partial_ordering::unordered;
  if (const Failure f = order(run, *on.a, *on.b, o); f != Failure::none) return at(c, run, f);
  out = Value::of(op == Op::less         ? o < 0
                  : op == Op::less_equal ? o <= 0
                  : op == Op::greater    ? o > 0
                                         : o >= 0);
  return Failure::none;
}

// c.index: both sides are number expressions, so that a blank one leaves the question open.
template <bool negated>
Failure eval_equal(const Code& c, Run& run, Value& out) {
  const Operands on(c, run);
  if (on.b == nullptr) return on.failure;
  if (c.index != 0 && (on.a->is_null() || on.b->is_null())) return at(c, run, run.no_overload(*on.a, *on.b));
  bool same = false;
  if (const Failure f = equal(run, *on.a, *on.b, same); f != Failure::none) return at(c, run, f);
  out = Value::of(same != negated);
  return Failure::none;
}

Failure eval_in(const Code& c, Run& run, Value& out) {
  Value item, range;
  if (const Failure f = (*c.a)(run, item); f != Failure::none) return f;
  if (const Failure f = (*c.b)(run, range); f != Failure::none) return f;
  if (c.index != 0 && item.is_null()) return at(c, run, run.no_overload(item));
  bool found = false;
  if (range.kind == Kind::map) {
    found = find_key(*range.map, item) != nullptr;
  } else if (range.kind == Kind::list) {
    const std::size_t size = list_size(range);
    for (std::size_t i = 0; i < size && !found; ++i) {
      if (!run.pay(1)) return run.exhausted();
      if (const Failure f = equal(run, item, list_at(range, i), found); f != Failure::none)
        return at(c, run, f);
    }
  } else {
    return at(c, run, run.no_overload(range));
  }
  out = Value::of(found);
  return Failure::none;
}

// && and ||: `decisive` settles the result whatever the other operands do; otherwise the first failure
// counts.
Failure eval_logical(const Code& c, Run& run, Value& out, bool decisive) {
  Run::Fault fault;
  for (std::uint32_t i = 0; i < c.count; ++i) {
    bool value = false;
    const Failure f = test(*c.all[i], run, value);
    if (f == Failure::too_many_steps) return f;
    if (f != Failure::none) {
      const Run::Fault next = run.set_aside(f);
      if (fault.failure == Failure::none) fault = next;
    } else if (value == decisive) {
      out = Value::of(decisive);
      return Failure::none;
    }
  }
  if (fault.failure != Failure::none) return run.bring_back(fault);
  out = Value::of(!decisive);
  return Failure::none;
}

}  // namespace

Failure test(const Code& code, Run& run, bool& out) {
  Value v;
  if (const Failure f = code(run, v); f != Failure::none) return f;
  if (v.kind != Kind::boolean) return at(code, run, run.no_overload(v));
  out = v.boolean;
  return Failure::none;
}

Failure eval_and(const Code& c, Run& run, Value& out) { return eval_logical(c, run, out, false); }
Failure eval_or(const Code& c, Run& run, Value& out) { return eval_logical(c, run, out, true); }

Failure eval_not(const Code& c, Run& run, Value& out) {
  bool value = false;
  if (const Failure f = test(*c.a, run, value); f != Failure::none) return f;
  out = Value::of(!value);
  return Failure::none;
}

Failure eval_negate(const Code& c, Run& run, Value& out) {
  Value a;
  if (const Failure f = (*c.a)(run, a); f != Failure::none) return f;
  return at(c, run, negate(run, a, out));
}

Failure eval_conditional(const Code& c, Run& run, Value& out) {
  bool condition = false;
  if (const Failure f = test(*c.a, run, condition); f != Failure::none) return f;
  return (*c.all[condition ? 1 : 2])(run, out);
}

Code::Evaluate operator_code(Op op) {
  switch (op) {
    case Op::index:
      return eval_index;
    case Op::list:
      return eval_list;
    case Op::map:
      return eval_map;
    case Op::conditional:
      return eval_conditional;
    case Op::logical_or:
      return eval_or;
    case Op::logical_and:
      return eval_and;
    case Op::logical_not:
      return eval_not;
    case Op::negate:
      return eval_negate;
    case Op::add:
      return eval_arithmetic<Op::add>;
    case Op::subtract:
      return eval_arithmetic<Op::subtract>;
    case Op::multiply:
      return eval_arithmetic<Op::multiply>;
    case Op::divide:
      return eval_arithmetic<Op::divide>;
    case Op::modulo:
      return eval_arithmetic<Op::modulo>;
    case Op::equal:
      return eval_equal<false>;
    case Op::not_equal:
      return eval_equal<true>;
    case Op::less:
      return eval_order<Op::less>;
    case Op::less_equal:
      return eval_order<Op::less_equal>;
    case Op::greater:
      return eval_order<Op::greater>;
    case Op::greater_equal:
      return eval_order<Op::greater_equal>;
    case Op::in:
      return eval_in;
    default:
      return nullptr;
  }
}

}  // namespace formcheck::cel
