#include "cel/compile/error.h"

namespace formcheck::cel {

Error make_error(std::string_view code, std::size_t column, ErrorArgument first, ErrorArgument second) {
  Error error;
  error.code = code;
  error.column = column;
  for (const ErrorArgument* argument : {&first, &second}) {
    if (!argument->name.empty()) error.args.add(argument->name, argument->value);
  }
  return error;
}

}  // namespace formcheck::cel
