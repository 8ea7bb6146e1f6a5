// cel.expr.Value and cel.expr.Type in their JSON form, as ours.
#pragma once
#include <nlohmann/json.hpp>

#include "cel/type.h"
#include "cel/value.h"

namespace formcheck::conformance {

using Json = nlohmann::ordered_json;

[[nodiscard]] cel::Value read_value(const Json& json, cel::Arena& arena);
[[nodiscard]] cel::Type read_type(const Json& json);

// The same kind and value all through: NaN is NaN, -0.0 is not 0.0, maps in any order.
[[nodiscard]] bool identical(const cel::Value& a, const cel::Value& b);

}  // namespace formcheck::conformance
