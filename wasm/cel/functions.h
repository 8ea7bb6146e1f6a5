// The built-in functions, by subject. Each gets its arity of non-null values and refuses kinds it does not
// know.
#pragma once
#include "cel/code.h"

namespace formcheck::cel {

// Called with as many values as it takes, none of them null; must itself refuse kinds it does not know.
using BuiltinFunction = Failure (*)(Run& run, const Value* arguments, Value& out);

// functions_string.cc
Failure fn_size(Run& run, const Value* a, Value& out);  // of a string: code points
Failure fn_contains(Run& run, const Value* a, Value& out);
Failure fn_starts_with(Run& run, const Value* a, Value& out);
Failure fn_ends_with(Run& run, const Value* a, Value& out);

// functions_convert.cc
Failure fn_int(Run& run, const Value* a, Value& out);  // towards zero
Failure fn_double(Run& run, const Value* a, Value& out);
Failure fn_string(Run& run, const Value* a, Value& out);  // decimals without trailing zeros
Failure fn_bool(Run& run, const Value* a, Value& out);
Failure fn_decimal(Run& run, const Value* a, Value& out);  // never from a double

// functions_number.cc
Failure fn_round(Run& run, const Value* a, Value& out);  // round(x, places): half away from zero
Failure fn_div(Run& run, const Value* a, Value& out);    // div(x, y, places): the same

}  // namespace formcheck::cel
