#include "form/sheet.h"

#include <algorithm>
#include <cassert>

#include "form/handles.h"
#include "number/reading.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace formcheck::form {
namespace {

// As std::vector::insert, which would be 0.8 KB of WebAssembly.
void put(std::vector<RowIndex>& rows, RowIndex row, std::size_t index) {
  rows.push_back(row);
  for (std::size_t i = rows.size() - 1; i > index; --i) std::swap(rows[i], rows[i - 1]);
}

// What stands where there is no row.
const cel::HostValue* nothing(cel::Kind kind) {
  static const cel::HostValue kNumber, kText{cel::Value::of(std::string_view())}, kChoices{cel::Value::of_span(nullptr, 0)};
  return kind == cel::Kind::null ? &kNumber : kind == cel::Kind::string ? &kText : &kChoices;
}

}  // namespace

Sheet::Sheet(const Definition& def, std::nullptr_t) : def_(&def), order_(def.tables.size()) {
  for (const Field& f : def.fields) values_.push_back(&cells_.emplace(&f, kNone, 0u));
  for (const Table& t : def.tables) {
    seeded_.emplace_back(t.seeds.size(), kNone);
    for (std::size_t i = 0; i < t.seeds.size(); ++i) {
      for (const Field& f : t.columns) values_.push_back(nothing(blank_value(f).kind));
    }
  }
}

Sheet::Sheet(const Definition& def) : Sheet(def, nullptr) {
  for (std::uint32_t t = 0; t < def.tables.size(); ++t) {
    for (std::uint32_t s = 0; s < def.tables[t].seeds.size(); ++s) insert(make_row(t, s, ""), order_[t].size());
    for (std::uint32_t i = 0; i < def.tables[t].start_rows; ++i) insert(make_row(t, kNone, ""), order_[t].size());
  }
}

RowIndex Sheet::row_by_id(std::uint32_t table, std::string_view id) const {
  for (const RowIndex r : order_[table]) {
    if (rows_[r].id == id) return r;
  }
  return kNone;
}

std::size_t Sheet::place_of(RowIndex r) const {
  const auto& rows = order_[rows_[r].table];
  const auto found = std::find(rows.begin(), rows.end(), r);
  return found == rows.end() ? kNone : static_cast<std::size_t>(found - rows.begin());
}

std::vector<Slot> Sheet::slots() const {
  std::vector<Slot> out;
  out.reserve(cells_.size());
  for (Slot s = 0; s < def_->fields.size(); ++s) out.push_back(s);
  for (std::uint32_t t = 0; t < order_.size(); ++t) {
    for (const RowIndex r : order_[t]) {
      for (std::uint32_t c = 0; c < def_->tables[t].columns.size(); ++c) out.push_back(rows_[r].first + c);
    }
  }
  return out;
}

bool Sheet::assign(Slot s, std::string_view text) {
  assert(!text::first_invalid(text));
  const bool changed = cells_[s].text.assign(text);
  if (changed) text_changed(s);
  return changed;
}

bool Sheet::splice(Slot s, std::size_t from, std::size_t removed, std::string_view inserted) {
  assert(!text::first_invalid(inserted));
  const bool changed = cells_[s].text.splice(from, removed, inserted);
  if (changed) text_changed(s);
  return changed;
}

void Sheet::text_changed(Slot s) {
  Cell& cell = cells_[s];
  read(cell);
  if (cell.text.take_figures_changed() && cell.row == kNone) figures_.read_marks(s, cell.text.text());
}

void Sheet::read(Cell& cell) {
  const std::string& text = cell.text.text();
  cell.forget();
  if (text.empty() || text::is_blank(text)) return;
  const Field& field = *cell.field;
  cell.meaning = Cell::Meaning::text;
  if (!is_number(field.type)) {
    cell.ready = field.type != FieldType::choices;
    if (cell.ready) cell.value = cel::Value::of(std::string_view(text));
    return;
  }
  if (!field.not_applicable.empty()) {
    const std::string_view trimmed = text::trim(text);
    for (const std::string_view word : field.not_applicable) {
      if (trimmed == word) {
        cell.meaning = Cell::Meaning::not_applicable;
        return;
      }
    }
  }
  const number::Reading reading = number::read_number(text);
  const bool percent_wrong = reading.percent && field.type != FieldType::percent;
  if (reading.meaning != number::Meaning::value || percent_wrong) {
    cell.meaning = Cell::Meaning::unreadable, cell.ready = false;
    return;
  }
  cell.meaning = Cell::Meaning::number;
  cell.value = cel::Value::of(reading.value);
}

RowIndex Sheet::make_row(std::uint32_t table, std::uint32_t seed, std::string_view id) {
  const Table& t = def_->tables[table];
  const auto index = static_cast<RowIndex>(rows_.size());
  std::string name(id);
  const auto taken = [&](std::string_view wanted) {
    return std::any_of(rows_.begin(), rows_.end(), [&](const Row& r) { return r.table == table && r.id == wanted; });
  };
  if (name.empty() && seed != kNone) name = t.seeds[seed].key;
  for (std::size_t n = rows_.size(); name.empty() || taken(name); ++n) name = "r" + std::to_string(n);
  Row& row = rows_.add({table, seed, std::move(name), static_cast<Slot>(cells_.size()), false});
  for (std::uint32_t c = 0; c < t.columns.size(); ++c) {
    const Seed* from = seed == kNone ? nullptr : &t.seeds[seed];
    Cell& cell = cells_.emplace(from ? from->fields[c] : &t.columns[c], index, c);
    row.values.push_back(&cell);
    if (from == nullptr) continue;
    cell.blocked = from->blocked[c];
    cell.fixed = t.columns[c].header;
    if (cell.fixed) {
      cell.text.assign(from->cells[c]);
      read(cell);
    }
  }
  for (std::uint32_t a = 0; a < t.attributes.size(); ++a) {
    row.values.push_back(seed == kNone ? nothing(blank_value(t.attributes[a]).kind) : &t.seeds[seed].attributes[a]);
  }
  return index;
}

void Sheet::insert(RowIndex r, std::size_t index) {
  auto& rows = order_[rows_[r].table];
  put(rows, r, index);
  rows_[r].present = true;
  place_seed(r, r);
}

void Sheet::remove(RowIndex r) {
  auto& rows = order_[rows_[r].table];
  rows.erase(std::remove(rows.begin(), rows.end(), r), rows.end());
  rows_[r].present = false;
  place_seed(r, kNone);
}

// From now on `standing` is what rules find as the row of `r`'s seed: it, or none.
void Sheet::place_seed(RowIndex r, RowIndex standing) {
  const Row& row = rows_[r];
  if (row.seed == kNone) return;
  seeded_[row.table][row.seed] = standing;
  const auto& columns = def_->tables[row.table].columns;
  const std::uint32_t at = seeded_handle(*def_, row.table, row.seed);
  for (std::uint32_t c = 0; c < columns.size(); ++c) values_[at + c] = standing == kNone ? nothing(blank_value(columns[c]).kind) : row.values[c];
}

void Sheet::move(std::uint32_t table, std::size_t from, std::size_t to) {
  auto& rows = order_[table];
  const RowIndex r = rows[from];
  rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(from));
  put(rows, r, to);
}

}  // namespace formcheck::form
