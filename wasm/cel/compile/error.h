// A fault found while compiling, and a short way to make one.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "text/args.h"

namespace formcheck::cel {

// `column` is 1-based, in code points of the source. `code` names the wording (schema/core.zh-CN.json) and
// decides `args`:
//   cel.tooLong {max}                cel.tooDeep {max}              cel.macroTooDeep {max}
//   cel.notUtf8                      cel.syntax {found} ("" at the end)
//   cel.unterminatedString           cel.badEscape {found}          cel.badNumber {found}
//   cel.reservedWord {name}          cel.unsupported {what}         cel.badMacro {name}
//   cel.unknownVariable {name}       cel.unknownMember {name, of}   cel.unknownFunction {name}
//   cel.noOverload {name, types}     cel.badPattern {pattern, problem}   cel.patternNotConstant
//   cel.decimalWithDouble {name}     cel.decimalDivision {name}
struct Error {
  std::string code;
  std::size_t column = 1;
  text::Args args;
};

using ErrorArgument = text::Arg;

// Out of line, because faults are made in many places. An argument without a name is left out.
[[nodiscard]] Error make_error(std::string_view code, std::size_t column, ErrorArgument first = {},
                               ErrorArgument second = {});

}  // namespace formcheck::cel
