// A value as JSON text, for `formcheck eval` and the door.
#pragma once
#include <string>

#include "cel/value.h"

namespace formcheck::cel {

// Ints and decimals in plain notation (a decimal's trailing zeros are dropped), doubles in the shortest form
// that reads back (3.0 keeps its ".0"), NaN and infinities as strings, map keys as strings, host objects by
// member name. Deeper than 64 levels: null. Linear.
[[nodiscard]] std::string to_json(const Value& value);

}  // namespace formcheck::cel
