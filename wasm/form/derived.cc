#include "form/derived.h"

namespace formcheck::form {
namespace {

bool is_for(const Derived& d, const Row& row) {
  return d.seeds.empty() || (row.seed != kNone && d.seeds[row.seed] != 0);
}

// All that stand beside one cell; "" when none has a value.
std::string values_of(const Table& t, std::uint32_t column, const Row& row, RowIndex r, Judge& judge) {
  json::Writer out;
  for (const Derived& d : t.derived) {
    if (d.column != column || !is_for(d, row)) continue;
    const cel::Value value = judge.evaluate(d.value, r);
    if (value.kind != cel::Kind::string || value.string.empty()) continue;
    if (out.str().empty()) out.object();
    out.member(d.id, value.string);
  }
  return out.str().empty() ? std::string() : out.close('}').take();
}

}  // namespace

DerivedValues::Told& DerivedValues::told(Slot slot) {
  if (told_.size() <= slot) told_.resize(slot + 1);
  return told_[slot];
}

void DerivedValues::start(const Sheet& sheet, Judge& judge) {
  told_.clear(), changed_.clear(), stale_.clear();
  for (std::uint32_t t = 0; t < sheet.definition().tables.size(); ++t) table_changed(sheet, t);
  json::Writer nobody;
  nobody.object();
  write_changes(nobody, sheet, judge);
}

void DerivedValues::stale(const Derived& d, const Row& row) {
  if (!is_for(d, row)) return;
  const Slot slot = row.first + d.column;
  if (!told(slot).stale) stale_.push_back(slot);
  told(slot).stale = true;
}

// Whoever types changes the same cell many times before anybody is told.
void DerivedValues::cell_changed(Slot slot) {
  if (changed_.empty() || changed_.back() != slot) changed_.push_back(slot);
}

void DerivedValues::find_stale(const Sheet& sheet, const Cell& cell) {
  const Row& row = sheet.row(cell.row);
  for (const Derived& d : sheet.definition().tables[row.table].derived) {
    for (const Derived::Source& from : d.sources) {
      if (from.column != cell.column) continue;
      if (from.scope == Dependencies::Scope::same_row) {
        stale(d, row);
      } else if (from.scope == Dependencies::Scope::all || from.seed == row.seed) {
        for (const RowIndex r : sheet.rows_of(row.table)) stale(d, sheet.row(r));
      }
    }
  }
}

void DerivedValues::table_changed(const Sheet& sheet, std::uint32_t table) {
  for (const Derived& d : sheet.definition().tables[table].derived) {
    for (const RowIndex r : sheet.rows_of(table)) stale(d, sheet.row(r));
  }
}

void DerivedValues::write_all(json::Writer& out, const Sheet& sheet, Judge& judge) const {
  out.key("derived").object();
  for (std::uint32_t t = 0; t < sheet.definition().tables.size(); ++t) {
    const Table& table = sheet.definition().tables[t];
    if (table.derived.empty()) continue;
    for (const RowIndex r : sheet.rows_of(t)) {
      for (std::uint32_t c = 0; c < table.columns.size(); ++c) {
        const std::string values = values_of(table, c, sheet.row(r), r, judge);
        if (!values.empty()) out.key(std::to_string(sheet.row(r).first + c)).piece(values);
      }
    }
  }
  out.close('}');
}

void DerivedValues::write_changes(json::Writer& out, const Sheet& sheet, Judge& judge) {
  for (const Slot slot : changed_) find_stale(sheet, sheet.cell(slot));
  changed_.clear();
  bool any = false;
  for (const Slot slot : stale_) {
    Told& old = told(slot);
    old.stale = false;
    const Cell& cell = sheet.cell(slot);
    const Row& row = sheet.row(cell.row);
    if (!row.present) continue;
    std::string values = values_of(sheet.definition().tables[row.table], cell.column, row, cell.row, judge);
    if (old.values == values) continue;
    if (!any) out.key("derived").object();
    any = true;
    out.key(std::to_string(slot)).piece(values.empty() ? "{}" : values);
    old.values.swap(values);
  }
  if (any) out.close('}');
  stale_.clear();
}

}  // namespace formcheck::form
