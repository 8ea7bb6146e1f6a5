// How cells are named: for people (labels), for files (JSON Pointers), for order (places).
#include <algorithm>

#include "form/bounded_json.h"
#include "form/findings.h"
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
  const std::string number = std::to_string(sheet.place_of(index) + 1);
  return heading.empty() ? sheet.definition().wording.say("label.row", {{"n", number}}) : heading;
}

}  // namespace

std::string label_of(const Sheet& sheet, Slot slot) {
  const Cell& cell = sheet.cell(slot);
  if (cell.row == kNone) return cell.field->label;
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
  out = pointer_to(out, sheet.definition().tables[row.table].id);
  out = pointer_to(out, std::to_string(sheet.place_of(cell.row)));
  return pointer_to(out, cell.field->id);
}

Place place_of(const Sheet& sheet, Slot slot) {
  const Cell& cell = sheet.cell(slot);
  if (cell.row == kNone) return {cell.field->position, 0, 0};
  return {sheet.definition().tables[sheet.row(cell.row).table].position, sheet.place_of(cell.row), cell.column};
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
