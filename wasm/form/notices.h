// Notices and definition errors as JSON, with their wording.
#pragma once
#include <vector>

#include "form/definition.h"
#include "form/json.h"
#include "form/problem.h"

namespace formcheck::form {

[[nodiscard]] Json notices_json(const Definition& def, const std::vector<Notice>& notices);  // [{code, at, message}]
[[nodiscard]] Json error_json(const Wording& wording, const DefinitionError& error);         // {code, file, place, column?, message}

}  // namespace formcheck::form
