// The domain's own functions, told to whoever compiles rules.
#pragma once
#include "cel/compile/compile.h"

namespace formcheck::form {

void add_functions(cel::Environment& env);

}  // namespace formcheck::form
