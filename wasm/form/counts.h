// Counts as JSON: {"words":…, "codePoints":…, "codePointsNoSpace":…, "utf16Units":…, "han":…}.
#pragma once
#include "form/json.h"
#include "text/count.h"

namespace formcheck::form {

[[nodiscard]] inline Json counts_json(const text::Counts& c) {
  return {{"words", c.words}, {"codePoints", c.code_points}, {"codePointsNoSpace", c.code_points_no_space}, {"utf16Units", c.utf16_units}, {"han", c.han}};
}

}  // namespace formcheck::form
