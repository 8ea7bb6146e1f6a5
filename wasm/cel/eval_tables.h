// From syntax to the function that evaluates it.
#pragma once
#include "cel/operation.h"
#include "cel/code.h"

namespace formcheck::cel {

// Operators, lists, maps, indexing and conditions; null for what needs more than its operands.
[[nodiscard]] Code::Evaluate operator_code(Op op);

// a: range, all[1…]: filter and body; index: slot of the first variable; text: not empty when there are two.
[[nodiscard]] Code::Evaluate macro_code(Macro macro);
Failure eval_exists_one(const Code&, Run&, Value&);
Failure eval_transform_map(const Code&, Run&, Value&);

// Folds of a list (a), which is streamed when it is a map() or filter(), so that no list is made.
// sum: index is the Kind of the sum of nothing. min and max of nothing are null operands: there is nothing to
// compare yet.
enum class Fold : std::uint8_t { count, sum, min, max };
[[nodiscard]] Code::Evaluate fold_code(Fold fold);

}  // namespace formcheck::cel
