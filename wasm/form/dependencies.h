// Which rules must run again when a cell or the set of rows changes: read off the compiled rules once.
#pragma once
#include <cstdint>
#include <vector>

#include "form/definition.h"

namespace formcheck::form {

struct Dependencies {
  enum class Scope : std::uint8_t { all, same_row, seed };
  struct Reader {
    std::uint32_t rule;
    Scope scope;
    std::uint32_t seed;  // Scope::seed
    friend bool operator==(const Reader&, const Reader&) = default;
  };

  explicit Dependencies(const Definition& def);

  std::vector<std::vector<std::uint32_t>> by_field;       // slot → rules
  std::vector<std::vector<std::vector<Reader>>> by_cell;  // table → column → readers
  std::vector<std::vector<std::uint32_t>> by_rows;        // table → rules that depend on which rows there are

 private:
  void add(const Definition& def, std::uint32_t rule, const cel::Read& read);
  void add_group(const Definition& def, std::uint32_t rule, std::uint32_t group, const std::vector<std::uint32_t>& path, std::size_t i);
  void add_cells(const Definition& def, std::uint32_t rule, std::uint32_t table, Reader reader, const std::vector<std::uint32_t>& path,
                 std::size_t i);
};

}  // namespace formcheck::form
