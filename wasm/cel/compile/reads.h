// Which host values an expression reads, found without running it.
#pragma once
#include <vector>

#include "cel/compile/ast.h"
#include "cel/program.h"

namespace formcheck::cel {

// Of a checked tree; sorted, unique. Never too few: where a path cannot be followed it ends early.
[[nodiscard]] std::vector<Read> find_reads(const Ast& ast);

}  // namespace formcheck::cel
