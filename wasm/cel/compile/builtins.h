// The built-in functions: one table for the checker and the evaluator.
#pragma once
#include <cstdint>
#include <string_view>

#include "cel/functions.h"

namespace formcheck::cel {

struct Builtin {
  std::string_view name;
  // Overloads separated by blanks, "arguments>result": b bool, i int, d double, n decimal (an int will do), s
  // string, l list, m map, L list of numbers, O list of ordered values, e the list's element type.
  std::string_view signatures;
  bool receiver;  // called as receiver.name(…); the receiver is the first argument
  std::uint8_t arity;
  // Null for the folds sum, min and max, which are compiled to stream their list (eval_tables.h).
  BuiltinFunction call;
};

Failure fn_matches(Run& run, const Value* a, Value& out);  // pattern made at run time

[[nodiscard]] const Builtin* builtins(std::size_t& count) noexcept;

}  // namespace formcheck::cel
