// + - * / % and the minus sign.
#include "cel/operators.h"

namespace formcheck::cel {
namespace {

Failure integers(Op op, Run& run, std::int64_t a, std::int64_t b, Value& out) {
  std::int64_t result = 0;
  bool overflow = false;
  switch (op) {
    case Op::add:
      overflow = __builtin_add_overflow(a, b, &result);
      break;
    case Op::subtract:
      overflow = __builtin_sub_overflow(a, b, &result);
      break;
    case Op::multiply:
      overflow = __builtin_mul_overflow(a, b, &result);
      break;
    default:
      if (b == 0)
        return run.fail(Failure::divide_by_zero, op == Op::modulo ? "modulus by zero" : "division by zero");
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
    case Op::add:
      out = Value::of(a.real + b.real);
      return Failure::none;
    case Op::subtract:
      out = Value::of(a.real - b.real);
      return Failure::none;
    case Op::multiply:
      out = Value::of(a.real * b.real);
      return Failure::none;
    case Op::divide:
      out = Value::of(a.real / b.real);
      return Failure::none;
    default:
      return run.no_overload(a, b);
  }
}

Failure decimals(Op op, Run& run, const number::Decimal& a, const number::Decimal& b, Value& out) {
  const auto result = op == Op::add        ? number::Decimal::add(a, b)
                      : op == Op::subtract ? number::Decimal::subtract(a, b)
                                           : number::Decimal::multiply(a, b);
  if (!result) return run.fail(Failure::overflow, "decimal overflow");
  emplace(out, [&] { return Value::of(*result); });
  return Failure::none;
}

Failure mixed(Op op, Run& run, const Value& a, const Value& b, Value& out) {
  number::Decimal x, y;
  if (!as_decimal(a, x) || !as_decimal(b, y) || op == Op::divide || op == Op::modulo)
    return run.no_overload(a, b);
  return decimals(op, run, x, y, out);
}

}  // namespace

Failure arithmetic(Op op, Run& run, const Value& a, const Value& b, Value& out) {
  if (a.kind != b.kind) return mixed(op, run, a, b, out);
  switch (a.kind) {
    case Kind::decimal:
      if (op == Op::divide || op == Op::modulo) return run.no_overload(a);
      return decimals(op, run, a.decimal, b.decimal, out);
    case Kind::integer:
      return integers(op, run, a.integer, b.integer, out);
    case Kind::real:
      return reals(op, run, a, b, out);
    case Kind::string:
    case Kind::list:
      return op == Op::add ? concatenate(run, a, b, out) : run.no_overload(a);
    default:
      return run.no_overload(a, b);
  }
}

Failure negate(Run& run, const Value& a, Value& out) {
  switch (a.kind) {
    case Kind::integer:
      return integers(Op::subtract, run, 0, a.integer, out);
    case Kind::real:
      out = Value::of(-a.real);
      return Failure::none;
    case Kind::decimal:
      out = Value::of(a.decimal.negated());
      return Failure::none;
    default:
      return run.no_overload(a);
  }
}

}  // namespace formcheck::cel
