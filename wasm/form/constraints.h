// What a single cell must satisfy by itself. One kind of constraint per function; a registry runs them all.
#pragma once
#include <string_view>
#include <vector>

#include "form/sheet.h"
#include "form/violation.h"

namespace formcheck::form {

// Appends what is wrong with a non-blank cell. Pure.
using Constraint = void (*)(const Cell& cell, std::vector<Violation>& out);

// Appends what all constraints on the cell find; nothing for a blank or blocked one: blank is not wrong.
void run_constraints(const Cell& cell, std::vector<Violation>& out);

// Every code that it, the figures and the formats can give, with spaces between.
[[nodiscard]] std::string check_codes();

}  // namespace formcheck::form
