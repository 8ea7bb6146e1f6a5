// How cells are named: for people (labels), for files (JSON Pointers), for order (places).
#include <algorithm>

#include "form/findings.h"
#include "form/order.h"
#include "json/value.h"
#include "text/normalize.h"

namespace formcheck::form {
namespace {

std::string row_heading(const Sheet& sheet, RowIndex index) {
  const Row& row = sheet.row(index);
  const Table& t = sheet.definition().tables[row.table];
  std::string heading;
  for (std::uint32_t c = 0; c < t.columns.size(); ++c) {
    if (!t.columns[c].header || t.columns[c].id == "unit") continue;
    const std::string& text = sheet.cell(row.first + c).text.text();
    if (text::is_blank(text)) continue;
    if (!heading.empty()) heading += ' ';
    heading += text;
  }
  if (!heading.empty()) return heading;
  return sheet.definition().wording.say("label.row", {{"n", std::to_string(sheet.place_of(index) + 1)}});
}

}  // namespace

std::string label_of(const Sheet& sheet, Slot slot) {
  const Cell& cell = sheet.cell(slot);
  if (cell.row == kNone) return std::string(cell.field->label);
  const Row& row = sheet.row(cell.row);
  return sheet.definition().wording.say("label.cell", {{"table", sheet.definition().tables[row.table].label},
                                                       {"row", row_heading(sheet, cell.row)},
                                                       {"column", cell.field->label}});
}

std::string pointer_of(const Sheet& sheet, Slot slot) {
  const Cell& cell = sheet.cell(slot);
  std::string out = "/values";
  if (cell.row == kNone) {
    out += '/';
    for (const char c : cell.field->id) out += c == '.' ? '/' : c;
    return out;
  }
  const Row& row = sheet.row(cell.row);
  out = json::pointer_to(out, sheet.definition().tables[row.table].id);
  out = json::pointer_to(out, std::to_string(sheet.place_of(cell.row)));
  return json::pointer_to(out, cell.field->id);
}

// Position, row and column in one number: 20, 28 and 16 bits are more than any form has.
std::uint64_t rank_of_table(const Definition& def, std::uint32_t table) { return std::uint64_t{def.tables[table].position} << 44; }

std::uint64_t rank_of(const Sheet& sheet, Slot slot) {
  const Cell& cell = sheet.cell(slot);
  if (cell.row == kNone) return std::uint64_t{cell.field->position} << 44;
  const std::uint64_t row = std::min<std::uint64_t>(sheet.place_of(cell.row), (1u << 28) - 1);
  return rank_of_table(sheet.definition(), sheet.row(cell.row).table) | row << 16 | cell.column;
}

std::vector<Slot> in_form_order(const Sheet& sheet, const std::vector<Slot>& slots) {
  std::vector<Ranked> order;
  order.reserve(slots.size());
  for (const Slot s : slots) order.push_back({rank_of(sheet, s), s});
  sort(order);
  std::vector<Slot> out;
  for (const Ranked& r : order) {
    if (out.empty() || out.back() != r.item) out.push_back(r.item);
  }
  return out;
}

std::string text_of(const cel::Value& value) {
  switch (value.kind) {
    case cel::Kind::boolean: return value.boolean ? "true" : "false";
    case cel::Kind::integer: return std::to_string(value.integer);
    case cel::Kind::decimal: return value.decimal.to_plain();
    case cel::Kind::string: return std::string(value.string);
    default: return {};
  }
}

}  // namespace formcheck::form
