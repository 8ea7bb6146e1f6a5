// Checked syntax tree → records to evaluate.
#pragma once
#include <optional>

#include "cel/compile/ast.h"
#include "cel/compile/environment.h"
#include "cel/compile/error.h"
#include "cel/program_impl.h"

namespace formcheck::cel {

// Fills in `out.code` and what it refers to. Subexpressions of literals only are evaluated here, patterns
// compiled. The only faults left are of patterns.
[[nodiscard]] std::optional<Error> generate(const Ast& ast, const Environment::Impl& env, Program::Impl& out);

}  // namespace formcheck::cel
