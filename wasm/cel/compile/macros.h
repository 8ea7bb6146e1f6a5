// Which calls are macros, and whether they are well made.
#pragma once
#include <string_view>
#include <vector>

#include "cel/compile/ast.h"

namespace formcheck::cel {

enum class MacroMatch : unsigned char { no, yes, malformed };

// Turns receiver.name(arguments…) into `out` (op macro, with `operands` to be stored) when `name` with that
// many arguments is a macro. `malformed`: a macro whose variables are no plain, different names.
[[nodiscard]] MacroMatch match_macro(const Ast& ast, NodeId receiver, std::string_view name,
                                     const std::vector<NodeId>& arguments, Node& out,
                                     std::vector<NodeId>& operands);

}  // namespace formcheck::cel
