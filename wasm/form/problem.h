// The two kinds of trouble that come from files, as values. Neither holds a sentence: codes name the wording in schema/.
#pragma once
#include <cstddef>
#include <string>

#include "text/args.h"

namespace formcheck::form {

using text::Arg;
using text::Args;

// Something the reader of a draft has to say: refused, kept aside, or read with a remark. `at` is a JSON Pointer into
// the file ("" for the whole).
struct Notice {
  std::string code;  // "draft.unknownKey" …
  std::string at;
  Args args;
};

// A fault in our own form data. `place` is a JSON Pointer or a rule id; `column` (1-based, code points) is set for
// faulty expressions.
struct DefinitionError {
  std::string code;  // "definition.unknownKey", "cel.syntax" …
  std::string file;
  std::string place;
  std::size_t column = 0;
  Args args;
};

}  // namespace formcheck::form
