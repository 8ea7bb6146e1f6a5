// Operators on values, by their kinds at run time.
#pragma once
#include <compare>

#include "cel/operation.h"
#include "cel/code.h"

namespace formcheck::cel {

[[nodiscard]] Failure arithmetic(Op op, Run& run, const Value& a, const Value& b, Value& out);
// Of two strings or two lists.
[[nodiscard]] Failure concatenate(Run& run, const Value& a, const Value& b, Value& out);
[[nodiscard]] Failure negate(Run& run, const Value& a, Value& out);

// Order of two values that have one; NaN is unordered.
[[nodiscard]] Failure order(Run& run, const Value& a, const Value& b, std::partial_ordering& out);

// CEL equality: across int, double and decimal by value, deep for lists and maps, false across other kinds.
// Null equals null only. A decimal beside a double is a failure, never a guess.
[[nodiscard]] Failure equal(Run& run, const Value& a, const Value& b, bool& out);

// The value under `key`, or null pointer. Numbers are the same key when they are the same number.
[[nodiscard]] const Value* find_key(const MapEntries& map, const Value& key);
// map[key], with a missing key as failure.
[[nodiscard]] Failure select_key(Run& run, const Value& map, const Value& key, Value& out);
[[nodiscard]] bool is_key(const Value& key);

// Numbers as decimals where that is exact: decimals and ints.
[[nodiscard]] inline bool as_decimal(const Value& v, number::Decimal& out) {
  if (v.kind == Kind::decimal) return out = v.decimal, true;
  if (v.kind == Kind::integer) return out = number::Decimal(v.integer), true;
  return false;
}

}  // namespace formcheck::cel
