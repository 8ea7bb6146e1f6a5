// What a narrative's figures and its 【图n】 lines must agree in, and how many and how heavy pictures should be.
#pragma once
#include <vector>

#include "form/constraints.h"
#include "form/sheet.h"

namespace formcheck::form {

// Appends what is wrong in the narrative at `slot`; nothing for a column. Reads its lines and the list of all figures. Pure.
void check_figures(const Sheet& sheet, Slot slot, std::vector<Violation>& out);

}  // namespace formcheck::form
