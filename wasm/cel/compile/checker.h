// Static checking: binds names, infers types, refuses what can never work.
#pragma once
#include <optional>

#include "cel/compile/ast.h"
#include "cel/compile/environment.h"
#include "cel/compile/error.h"

namespace formcheck::cel {

// Fills in Node::type, binding and index; turns float literals beside decimals into decimals. Under an
// unchecked Environment types are only inferred and clashes are left to the run. Linear but for lookups in
// `env`.
[[nodiscard]] std::optional<Error> check(Ast& ast, const Environment::Impl& env, Arena& constants);

}  // namespace formcheck::cel
