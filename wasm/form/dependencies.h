// Which rules must run again when a cell or the set of rows changes: read off the compiled rules once, by whoever loads them.
#pragma once
#include <cstdint>
#include <vector>

namespace formcheck::form {

struct Dependencies {
  enum class Scope : std::uint8_t { all, same_row, seed };
  struct Reader {
    std::uint32_t rule = 0;
    Scope scope = Scope::all;
    std::uint32_t seed = 0;  // Scope::seed
    friend bool operator==(const Reader&, const Reader&) = default;
  };

  // Requirements stand after the rules: their numbers begin at Definition::rules.size().
  std::vector<std::vector<std::uint32_t>> by_field;       // slot → rules
  std::vector<std::vector<std::vector<Reader>>> by_cell;  // table → column → readers
  std::vector<std::vector<std::uint32_t>> by_rows;        // table → rules that depend on which rows there are
};

}  // namespace formcheck::form
