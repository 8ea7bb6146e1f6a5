// The domain's own functions in the rule language (ARCHITECTURE §3.3).
//   words(s), codePoints(s) → int      字数 by the Word model; code points
//   normalName(s) → string             brackets, width, spaces and case folded
//   sameName(a, b), containsName(text, name), startsWithName(text, name) → bool, on normal names
//   isBlank(s) → bool                  nothing but white space
//   repeatedAt(list(string)) → int     index of the first text that stood before already, -1 when all differ; n log n
//   isoDate(s) → string                "2025-10-08" for any date a person may type, "" for anything else
#pragma once
#include "cel/program.h"

namespace formcheck::form {

void add_functions(cel::Environment& env);

}  // namespace formcheck::form
