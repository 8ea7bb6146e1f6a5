// Tokens → syntax tree: the CEL expression grammar (langdef, "Syntax") with its macros.
#pragma once
#include <string_view>
#include <tl/expected.hpp>

#include "cel/compile/ast.h"
#include "cel/compile/error.h"

namespace formcheck::cel {

// The tree refers to `source` and `constants`, which must outlive it. Linear; recursion is bounded by
// kMaxDepth.
[[nodiscard]] tl::expected<Ast, Error> parse(std::string_view source, Arena& constants);

}  // namespace formcheck::cel
