// Evaluating one expression against JSON data, for people who write rules. Shared by the command line and the door.
#pragma once
#include <string>
#include <string_view>

#include "form/problem.h"

namespace formcheck::form {

struct Evaluation {
  std::string value;  // the value as JSON text, digits as computed
  // What went wrong: the wording's key, "" when all is well; where in the expression (or the data), 0 where that means
  // nothing.
  std::string code;
  std::size_t column = 0;
  Args args;

  [[nodiscard]] bool ok() const { return code.empty(); }
  [[nodiscard]] std::string json() const;  // {"value":…} or {"error":{"code", "column"?, …}}
};

// `data` is the JSON object whose members are the variables; "" for none. Unchecked: unknown names fail at run time.
[[nodiscard]] Evaluation evaluate_text(std::string_view expression, std::string_view data);

}  // namespace formcheck::form
