// Counts as JSON: {"words":…, "codePoints":…, "codePointsNoSpace":…, "utf16Units":…, "han":…}.
#pragma once
#include "json/write.h"
#include "text/count.h"

namespace formcheck::form {

void write_counts(json::Writer& out, const text::Counts& c);  // the members only
[[nodiscard]] std::string counts_json(const text::Counts& c);

}  // namespace formcheck::form
