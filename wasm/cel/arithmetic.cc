// + - * / % and the minus sign.
#include "cel/operators.h"

namespace formcheck::cel {
namespace {

Failure integers(Op op, Run& run, std::int64_t a, std::int64_t b, Value& out) {
  std::int64_t result = 0;
  bool overflow = false;
  switch (op) {
    case Op::add: overflow = __builtin_add_overflow(a, b, &result); break;
    case Op::subtract: overflow = __builtin_sub_overflow(a, b, &result); break;
    case Op::multiply: overflow = __builtin_mul_overflow(a, b, &result); break;
    default:
      if (b == 0) return run.fail(Failure::divide_by_zero, op == Op::modulo ? "modulus by zero" : "division by zero");
      // The smallest integer has no positive counterpart; C++ leaves both operations undefined there.
      overflow = a == INT64_MIN && b == -1;
      if (!overflow) result = op == Op::modulo ? a % b : a / b;
  }
  if (overflow) return run.fail(Failure::overflow, "integer overflow");
  out = Value::of(result);
  return Failure::none;
}

Failure reals(Op op, Run& run, const Value& a, const Value& b, Value& out) {
  switch (op) {
    case Op::add: out = Value::of(a.real + b.real); return Failure::none;
    case Op::subtract: out = Value::of(a.real - b.real); return Failure::none;
    case Op::multiply: out = Value::of(a.real * b.real); return Failure::none;
    case Op::divide: out = Value::of(a.real / b.real); return Failure::none;
    default: return run.no_overload(a, b);
  }
}

Failure decimals(Op op, Run& run, const Value& a, const Value& b, Value& out) {
  number::Decimal x, y;
  if (!as_decimal(a, x) || !as_decimal(b, y) || op == Op::divide || op == Op::modulo) return run.no_overload(a, b);
  const auto result = op == Op::add        ? number::Decimal::add(x, y)
                      : op == Op::subtract ? number::Decimal::subtract(x, y)
                                           : number::Decimal::multiply(x, y);
  if (!result) return run.fail(Failure::overflow, "decimal overflow");
  out = Value::of(*result);
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

Failure arithmetic(Op op, Run& run, const Value& a, const Value& b, Value& out) {
  if (a.kind != b.kind) return decimals(op, run, a, b, out);
  switch (a.kind) {
    case Kind::decimal: return decimals(op, run, a, b, out);
    case Kind::integer: return integers(op, run, a.integer, b.integer, out);
    case Kind::real: return reals(op, run, a, b, out);
    case Kind::string: return op == Op::add ? concatenate_strings(run, a.string, b.string, out) : run.no_overload(a);
    case Kind::list: return op == Op::add ? concatenate_lists(run, a, b, out) : run.no_overload(a);
    default: return run.no_overload(a, b);
  }
}

Failure negate(Run& run, const Value& a, Value& out) {
  switch (a.kind) {
    case Kind::integer: return integers(Op::subtract, run, 0, a.integer, out);
    case Kind::real: out = Value::of(-a.real); return Failure::none;
    case Kind::decimal: out = Value::of(a.decimal.negated()); return Failure::none;
    default: return run.no_overload(a);
  }
}

}  // namespace formcheck::cel
