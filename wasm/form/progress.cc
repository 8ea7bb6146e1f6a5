#include "form/progress.h"

namespace formcheck::form {
namespace {

// Calls `visit(slot, cell)` for every required cell. A row that somebody added and left wholly blank asks for nothing.
template <typename Visit>
void each_required(Judge& judge, Visit visit) {
  const Sheet& sheet = judge.sheet();
  const Definition& def = sheet.definition();
  for (Slot s = 0; s < def.fields.size(); ++s) {
    if (judge.requires_cell(s)) visit(s, sheet.cell(s));
  }
  for (std::uint32_t t = 0; t < def.tables.size(); ++t) {
    const auto columns = static_cast<std::uint32_t>(def.tables[t].columns.size());
    for (const RowIndex r : sheet.rows_of(t)) {
      const Row& row = sheet.row(r);
      bool used = row.seed != kNone;
      for (std::uint32_t c = 0; c < columns && !used; ++c) used = !sheet.cell(row.first + c).blank();
      for (std::uint32_t c = 0; c < columns && used; ++c) {
        const Cell& cell = sheet.cell(row.first + c);
        if (!cell.blocked && !cell.fixed && judge.requires_cell(row.first + c)) visit(row.first + c, cell);
      }
    }
  }
}

}  // namespace

std::uint32_t section_of(const Sheet& sheet, Slot slot) {
  const Cell& cell = sheet.cell(slot);
  return cell.row == kNone ? cell.field->section : sheet.definition().tables[sheet.row(cell.row).table].section;
}

std::uint32_t section_of(const Sheet& sheet, const Finding& f) {
  return f.slots.empty() ? sheet.definition().tables[f.table].section : section_of(sheet, f.slots.front());
}

std::vector<Slot> todo(Judge& judge) {
  std::vector<Slot> blank;
  each_required(judge, [&](Slot s, const Cell& cell) {
    if (cell.blank()) blank.push_back(s);
  });
  return in_form_order(judge.sheet(), blank);
}

std::vector<Progress> progress(Judge& judge, const cel::Pool<Finding>& findings) {
  const Sheet& sheet = judge.sheet();
  std::vector<Progress> out(sheet.definition().sections.size());
  each_required(judge, [&](Slot s, const Cell& cell) {
    Progress& p = out[section_of(sheet, s)];
    ++p.required;
    p.filled += !cell.blank();
  });
  for (const Finding& f : findings) {
    if (f.acknowledged) continue;
    Progress& p = out[section_of(sheet, f)];
    (f.ground->severity == Severity::error ? p.error : f.ground->severity == Severity::warning ? p.warning : p.advice)++;
  }
  return out;
}

}  // namespace formcheck::form
