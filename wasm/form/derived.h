// Values shown beside cells (Table::derived): a growth, a share. Computed from the row and its table, never
// stored.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "form/judge.h"
#include "json/write.h"

namespace formcheck::form {

class DerivedValues {
 public:
  // Of another draft from now on; what it has counts as told.
  void start(const Sheet& sheet, Judge& judge);
  void cell_changed(Slot slot);                                 // of a row; what depends on it is found when it is told
  void table_changed(const Sheet& sheet, std::uint32_t table);  // its rows are others now

  // {slot: {id: text}} of the cells that have some, as a member `derived`.
  void write_all(json::Writer& out, const Sheet& sheet, Judge& judge) const;
  // The same of the cells where something changed since it was told; nothing at all when there are none.
  void write_changes(json::Writer& out, const Sheet& sheet, Judge& judge);

 private:
  struct Told {
    std::string values;  // JSON, "" for none
    bool stale = false;
  };
  Told& told(Slot slot);
  void stale(const Derived& d, const Row& row);
  void find_stale(const Sheet& sheet, const Cell& cell);

  std::vector<Told> told_;  // by slot
  std::vector<Slot> changed_, stale_;
};

}  // namespace formcheck::form
