// What the parts of the checker share.
#pragma once
#include <optional>
#include <string_view>

#include "cel/compile/ast.h"
#include "cel/compile/environment.h"
#include "cel/compile/error.h"

namespace formcheck::cel {

struct CheckContext {
  Ast& ast;
  const Environment::Impl& env;
  Arena& constants;
  std::optional<Error> error;

  Node& operand(NodeId id, std::uint32_t i) { return ast[ast.operand(id, i)]; }

  bool fail(std::uint32_t column, const char* code, ErrorArgument first = {}, ErrorArgument second = {}) {
    error = make_error(code, column, first, second);
    return false;
  }
  // A fault that only running shows when nothing is to be checked.
  bool clash(Node& node, const char* code, ErrorArgument first = {}, ErrorArgument second = {}) {
    if (!env.unchecked) return fail(node.column, code, first, second);
    node.type = Type::of(Kind::dyn);
    return true;
  }
  // cel.noOverload for an operator or function on its operands.
  bool no_overload(NodeId id, std::string_view name);
};

// Turns float literals in `id` (also behind a sign, in a list, in the branches of a condition) into decimals
// read from their source text. False: a literal with more digits than a decimal holds; `converted` says
// whether anything became decimal.
[[nodiscard]] bool make_decimal(CheckContext& context, NodeId id, bool& converted);

// The operands of these are checked already.
[[nodiscard]] bool check_operator(CheckContext& context, NodeId id);
[[nodiscard]] bool check_call(CheckContext& context, NodeId id);
[[nodiscard]] bool check_list(CheckContext& context, NodeId id);
[[nodiscard]] bool check_map(CheckContext& context, NodeId id);

}  // namespace formcheck::cel
