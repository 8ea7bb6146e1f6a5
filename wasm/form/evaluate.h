// Evaluating one expression against JSON data, for people who write rules. Shared by the command line and the door.
#pragma once
#include <string>
#include <string_view>

#include "form/json.h"

namespace formcheck::form {

struct Evaluation {
  bool ok = false;
  std::string value;  // the value as JSON text, digits as computed
  Json error;         // {"code", "column"?, …}: the wording's key and its arguments
};

// `data` is the JSON object whose members are the variables; "" for none. Unchecked: unknown names fail at run time.
[[nodiscard]] Evaluation evaluate_text(std::string_view expression, std::string_view data);

}  // namespace formcheck::form
