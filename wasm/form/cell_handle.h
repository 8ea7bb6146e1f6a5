// One cell of the sheet named by one number, so that a compiled rule reaches it in one step: a scalar by its slot, a cell of
// the row at hand by its column, a cell of a seeded row by table, seed and column; attributes follow the columns. What does not
// fit has no handle.
#pragma once
#include <cstdint>
#include <optional>

namespace formcheck::form {

struct CellHandle {
  enum class Kind : std::uint8_t { scalar, row, seeded };

  Kind kind = Kind::scalar;
  std::uint32_t table = 0;   // row, seeded
  std::uint32_t seed = 0;    // seeded
  std::uint32_t column = 0;  // scalar: the slot

  static constexpr std::uint32_t kTables = 1U << 6, kSeeds = 1U << 12, kColumns = 1U << 12;

  [[nodiscard]] constexpr std::optional<std::uint32_t> number() const {
    // The highest number stands for no handle.
    if (table >= kTables || seed >= kSeeds || column >= kColumns - 1) return std::nullopt;
    return static_cast<std::uint32_t>(kind) << 30 | table << 24 | seed << 12 | column;
  }
  [[nodiscard]] static constexpr CellHandle of(std::uint32_t number) {
    return {static_cast<Kind>(number >> 30), number >> 24 & (kTables - 1), number >> 12 & (kSeeds - 1), number & (kColumns - 1)};
  }
};

struct Definition;
// Whether a handle leads to a cell or an attribute, in a rule whose `row` is one of table `each` (or kNone).
[[nodiscard]] bool is_cell(const Definition& def, std::uint32_t each, const CellHandle& handle);

}  // namespace formcheck::form
