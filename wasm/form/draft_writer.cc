// Draft → the file. Keys in the form's order, blanks left out, two spaces of indent: readable, and easy to compare.
#include "form/draft.h"
#include "form/draft_format.h"
#include "form/findings.h"

namespace formcheck::form {
namespace {

Json cell_json(const Cell& cell) {
  const std::string& text = cell.text.text();
  if (cell.field->type != FieldType::choices) return text;
  Json list = Json::array();
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    list.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return list;
}

void put(Json& values, const std::string& id, Json value) {
  Json* node = &values;
  std::size_t start = 0;
  for (std::size_t dot = id.find('.'); dot != std::string::npos; dot = id.find('.', start)) {
    node = &(*node)[id.substr(start, dot - start)];
    start = dot + 1;
  }
  (*node)[id.substr(start)] = std::move(value);
}

Json table_json(const Sheet& sheet, std::uint32_t table) {
  const Table& t = sheet.definition().tables[table];
  Json rows = Json::array();
  for (const RowIndex r : sheet.rows_of(table)) {
    const Row& row = sheet.row(r);
    Json out = Json::object();
    out["id"] = row.id;
    if (row.seed != kNone) out["key"] = t.seeds[row.seed].key;
    for (std::uint32_t c = 0; c < t.columns.size(); ++c) {
      const Cell& cell = sheet.cell(row.first + c);
      if (!cell.fixed && !cell.blocked && !cell.text.text().empty()) out[t.columns[c].id] = cell_json(cell);
    }
    rows.push_back(std::move(out));
  }
  return rows;
}

}  // namespace

std::string write_draft(const Draft& draft, std::string_view saved) {
  const Definition& def = draft.sheet.definition();
  Json out = Json::object();
  out["format"] = std::string(kDraftFormatName) + std::to_string(kDraftFormat);
  out["form"] = {{"id", def.id}, {"edition", def.edition}, {"version", def.version}};
  if (!saved.empty()) out["saved"] = saved;
  Json& values = out["values"] = Json::object();
  std::uint32_t table = 0;
  const auto tables_before = [&](std::uint32_t position) {
    for (; table < def.tables.size() && def.tables[table].position < position; ++table) {
      values[def.tables[table].id] = table_json(draft.sheet, table);
    }
  };
  for (Slot s = 0; s < def.fields.size(); ++s) {
    tables_before(def.fields[s].position);
    const Cell& cell = draft.sheet.cell(s);
    if (!cell.text.text().empty()) put(values, def.fields[s].id, cell_json(cell));
  }
  tables_before(kNone);
  out["figures"] = draft.figures;
  Json& acknowledged = out["acknowledged"] = Json::array();
  for (const Acknowledgement& a : draft.acknowledged) {
    Json item = {{"rule", a.rule}};
    if (!a.row.empty()) item["row"] = a.row;
    if (!a.field.empty()) item["field"] = a.field;
    item["reason"] = a.reason;
    item["values"] = a.values;
    if (!a.time.empty()) item["time"] = a.time;
    acknowledged.push_back(std::move(item));
  }
  if (!draft.aside.empty()) out["aside"] = draft.aside;
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace formcheck::form
