// How far each section is: what must be filled, what is, and how many findings stand open.
#pragma once
#include <cstdint>
#include <vector>

#include "form/findings.h"
#include "form/judge.h"

namespace formcheck::form {

struct Progress {
  std::uint32_t required = 0, filled = 0;
  std::uint32_t error = 0, warning = 0, advice = 0;  // not acknowledged
  friend bool operator==(const Progress&, const Progress&) = default;
};

// Required cells that are still blank: to do, never wrong. In the form's order.
[[nodiscard]] std::vector<Slot> todo(Judge& judge);

// By section. Linear in the form's cells.
[[nodiscard]] std::vector<Progress> progress(Judge& judge, const cel::Pool<Finding>& findings);

[[nodiscard]] std::uint32_t section_of(const Sheet& sheet, Slot slot);
[[nodiscard]] std::uint32_t section_of(const Sheet& sheet, const Finding& finding);

}  // namespace formcheck::form
