// Notices and definition errors with their wording, and as JSON.
#pragma once
#include <string>
#include <vector>

#include "form/definition.h"
#include "form/problem.h"
#include "json/write.h"

namespace formcheck::form {

[[nodiscard]] std::string message_of(const Wording& wording, const Notice& notice);
[[nodiscard]] std::string message_of(const Wording& wording, const DefinitionError& error);

void write_notices(json::Writer& out, const Definition& def, const std::vector<Notice>& notices);  // [{code, at, message}]
void write_error(json::Writer& out, const Wording& wording, const DefinitionError& error);  // {code, file, place, column?, message}

}  // namespace formcheck::form
