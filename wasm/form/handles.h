// The numbers under which rules find cells without a call (cel::Activation): the fields of the form, then the cells of seeded
// rows, table by table and seed by seed; of the row at hand its columns, then its attributes.
#pragma once
#include <cstdint>

#include "form/definition.h"

namespace formcheck::form {

// Of the first cell of a seeded row; `table` may be one past the last: then how many there are.
[[nodiscard]] std::uint32_t seeded_handle(const Definition& def, std::uint32_t table, std::uint32_t seed);
// Whether a handle leads somewhere, in a rule whose `row` is one of table `each` (or kNone).
[[nodiscard]] bool is_handle(const Definition& def, std::uint32_t each, std::uint32_t handle);

}  // namespace formcheck::form
