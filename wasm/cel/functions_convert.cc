#include <cmath>

#include "cel/functions.h"
#include "cel/number_text.h"

namespace formcheck::cel {
namespace {

Failure text(Run& run, std::string s, Value& out) {
  std::string& kept = run.arena.new_string();
  kept = std::move(s);
  out = Value::of(std::string_view(kept));
  return Failure::none;
}

template <typename T>
Failure value_or(Run& run, const std::optional<T>& value, Failure failure, std::string_view why, Value& out) {
  if (!value) return run.fail(failure, why);
  out = Value::of(*value);
  return Failure::none;
}

std::optional<std::int64_t> truncate(double d) {
  // Both ends are excluded: doubles near 2^63 do not name one integer (conversions/int/double_int_max_range).
  constexpr double kLimit = 9223372036854775808.0;
  if (!(d > -kLimit && d < kLimit)) return std::nullopt;
  return static_cast<std::int64_t>(d);
}

std::optional<std::int64_t> truncate(const number::Decimal& d) {
  std::optional<number::Decimal> whole = number::Decimal::round(d, 0);
  // Rounding may have gone away from zero by one.
  const number::Decimal one(1);
  if (whole && d.is_negative() && *whole < d) whole = number::Decimal::add(*whole, one);
  if (whole && !d.is_negative() && *whole > d) whole = number::Decimal::subtract(*whole, one);
  return whole ? whole->to_int64() : std::nullopt;
}

}  // namespace

Failure fn_int(Run& run, const Value* a, Value& out) {
  switch (a->kind) {
    case Kind::integer:
      out = *a;
      return Failure::none;
    case Kind::real:
      return value_or(run, truncate(a->real), Failure::overflow, "double out of int range", out);
    case Kind::decimal:
      return value_or(run, truncate(a->decimal), Failure::overflow, "decimal out of int range", out);
    case Kind::string:
      return value_or(run, parse_integer(a->string), Failure::bad_argument, "not an integer", out);
    default:
      return run.no_overload(*a);
  }
}

Failure fn_double(Run& run, const Value* a, Value& out) {
  switch (a->kind) {
    case Kind::real:
      out = *a;
      return Failure::none;
    case Kind::integer:
      out = Value::of(static_cast<double>(a->integer));
      return Failure::none;
    case Kind::decimal:
      out = Value::of(a->decimal.to_double());
      return Failure::none;
    case Kind::string:
      return value_or(run, parse_double(a->string), Failure::bad_argument, "not a number", out);
    default:
      return run.no_overload(*a);
  }
}

Failure fn_string(Run& run, const Value* a, Value& out) {
  switch (a->kind) {
    case Kind::string:
      out = *a;
      return Failure::none;
    case Kind::integer:
      return text(run, integer_text(a->integer), out);
    case Kind::real:
      return text(run, double_text(a->real), out);
    case Kind::decimal:
      return text(run, a->decimal.to_plain(), out);
    case Kind::boolean:
      out = Value::of(std::string_view(a->boolean ? "true" : "false"));
      return Failure::none;
    default:
      return run.no_overload(*a);
  }
}

Failure fn_bool(Run& run, const Value* a, Value& out) {
  if (a->kind == Kind::boolean) return out = *a, Failure::none;
  if (a->kind != Kind::string) return run.no_overload(*a);
  for (const std::string_view word : {"1", "t", "true", "TRUE", "True"}) {
    if (a->string == word) return out = Value::of(true), Failure::none;
  }
  for (const std::string_view word : {"0", "f", "false", "FALSE", "False"}) {
    if (a->string == word) return out = Value::of(false), Failure::none;
  }
  return run.fail(Failure::bad_argument, "not a bool");
}

Failure fn_decimal(Run& run, const Value* a, Value& out) {
  switch (a->kind) {
    case Kind::decimal:
      out = *a;
      return Failure::none;
    case Kind::integer:
      out = Value::of(number::Decimal(a->integer));
      return Failure::none;
    case Kind::string:
      return value_or(run, number::Decimal::parse(a->string), Failure::bad_argument, "not a decimal", out);
    default:
      return run.no_overload(*a);
  }
}

}  // namespace formcheck::cel
