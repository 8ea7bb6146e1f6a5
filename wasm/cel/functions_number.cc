#include "cel/functions.h"
#include "cel/operators.h"

namespace formcheck::cel {
namespace {

bool as_places(const Value& v, int& places) {
  if (v.kind != Kind::integer || v.integer < 0 || v.integer > number::Decimal::kMaxScale) return false;
  places = static_cast<int>(v.integer);
  return true;
}

Failure give(Run& run, const std::optional<number::Decimal>& value, Value& out) {
  if (!value) return run.fail(Failure::overflow, "decimal overflow");
  out = Value::of(*value);
  return Failure::none;
}

}  // namespace

Failure fn_round(Run& run, const Value* a, Value& out) {
  number::Decimal x;
  int places = 0;
  if (!as_decimal(a[0], x)) return run.no_overload(a[0]);
  if (!as_places(a[1], places)) return run.fail(Failure::bad_argument, "places must be 0 to 34");
  return give(run, number::Decimal::round(x, places), out);
}

Failure fn_div(Run& run, const Value* a, Value& out) {
  number::Decimal x, y;
  int places = 0;
  if (!as_decimal(a[0], x) || !as_decimal(a[1], y)) return run.no_overload(a[0], a[1]);
  if (!as_places(a[2], places)) return run.fail(Failure::bad_argument, "places must be 0 to 34");
  if (y.sign() == 0) return run.fail(Failure::divide_by_zero, "division by zero");
  return give(run, number::Decimal::divide(x, y, places), out);
}

}  // namespace formcheck::cel
