// One figure of a draft file, looked at closely: whatever cannot be a picture of this form is refused.
#pragma once
#include <string_view>

#include "form/definition.h"
#include "form/figures.h"
#include "json/value.h"

namespace formcheck::form {

// False when it names a narrative the form has not, is no JPEG or PNG, or holds neither its bytes nor their name. Of one that
// names no narrative at all the type may be any: it is kept, not shown in the application. The id may come out empty. O(bytes).
[[nodiscard]] bool read_figure(const Definition& def, const json::Value& value, Figure& figure, Picture& picture);

[[nodiscard]] bool is_figure_key(std::string_view key);

}  // namespace formcheck::form
