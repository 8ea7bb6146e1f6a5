// Checked syntax tree → records to evaluate.
#pragma once
#include <optional>

#include "cel/ast.h"
#include "cel/environment.h"
#include "cel/error.h"
#include "cel/program_impl.h"

namespace formcheck::cel {

// Fills in `out.code` and what it refers to. Subexpressions of literals only are evaluated here, patterns
// compiled. The only fault left is a bad pattern.
[[nodiscard]] std::optional<Error> generate(const Ast& ast, const Environment::Impl& env, Program::Impl& out);

}  // namespace formcheck::cel
