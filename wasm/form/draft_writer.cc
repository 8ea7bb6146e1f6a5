// Draft → the file. Keys in the form's order, blanks left out, two spaces of indent: readable, and easy to compare.
#include <algorithm>

#include "form/draft.h"
#include "form/draft_format.h"
#include "form/findings.h"

namespace formcheck::form {
namespace {

void write_cell(json::Writer& out, const Cell& cell) {
  const std::string_view text = cell.text.text();
  if (cell.field->type != FieldType::choices) return (void)out.text(text);
  out.array();
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    out.text(text.substr(start, end - start));
    start = end + 1;
  }
  out.close(']');
}

void write_table(json::Writer& out, const Sheet& sheet, std::uint32_t table) {
  const Table& t = sheet.definition().tables[table];
  out.key(t.id).array();
  for (const RowIndex r : sheet.rows_of(table)) {
    const Row& row = sheet.row(r);
    out.object().member("id", row.id);
    if (row.seed != kNone) out.member("key", t.seeds[row.seed].key);
    for (std::uint32_t c = 0; c < t.columns.size(); ++c) {
      const Cell& cell = sheet.cell(row.first + c);
      if (cell.fixed || cell.blocked || cell.text.text().empty()) continue;
      out.key(t.columns[c].id);
      write_cell(out, cell);
    }
    out.close('}');
  }
  out.close(']');
}

// The values in the form's order; a group (patents.total, patents.invention …) stands where its first filled field does,
// and its fields together, wherever the form asks for them.
class ValuesWriter {
 public:
  ValuesWriter(const Sheet& sheet, json::Writer& out) : sheet_(sheet), def_(sheet.definition()), out_(out), done_(def_.fields.size()) {}

  void write() {
    out_.key("values").object();
    std::uint32_t table = 0;
    for (Slot s = 0; s < def_.fields.size(); ++s) {
      for (; table < def_.tables.size() && def_.tables[table].position < def_.fields[s].position; ++table) write_table(out_, sheet_, table);
      field(s, 0);
    }
    for (; table < def_.tables.size(); ++table) write_table(out_, sheet_, table);
    out_.close('}');
  }

 private:
  // Writes the field, or the whole group it begins; `depth` bytes of its id are open already.
  void field(Slot s, std::size_t depth) {
    const Cell& cell = sheet_.cell(s);
    if (done_[s] || cell.text.text().empty()) return;
    const std::string_view id = def_.fields[s].id;
    const std::size_t dot = id.find('.', depth);
    out_.key(id.substr(depth, dot - depth));
    if (dot == std::string_view::npos) {
      done_[s] = true;
      return write_cell(out_, cell);
    }
    out_.object();
    const std::string_view group = id.substr(0, dot + 1);
    for (Slot other = s; other < def_.fields.size(); ++other) {
      if (std::string_view(def_.fields[other].id).substr(0, group.size()) == group) field(other, group.size());
    }
    out_.close('}');
  }

  const Sheet& sheet_;
  const Definition& def_;
  json::Writer& out_;
  std::vector<char> done_;  // by slot
};

void write_figures(json::Writer& out, const Sheet& sheet) {
  out.key("figures").array();
  for (const Figure& f : sheet.figures().list()) {
    const Picture& p = sheet.figures().picture(f);
    out.object().member("id", f.id);
    if (f.field != kNone) out.member("field", sheet.definition().fields[f.field].id);
    out.member("caption", f.caption).member("type", p.type).number_member("width", p.width).number_member("height", p.height);
    if (p.data.empty()) {
      out.number_member("bytes", p.bytes).member("blob", p.blob);
    } else {
      out.member("data", p.data);
    }
    out.close('}');
  }
  out.close(']');
}

}  // namespace

std::string write_draft(const Draft& draft, std::string_view saved) {
  const Definition& def = draft.sheet.definition();
  json::Writer out;
  out.object().member("format", std::string(kDraftFormatName) + std::to_string(kDraftFormat));
  out.key("form").object().member("id", def.id).member("edition", def.edition).member("version", def.version).close('}');
  if (!saved.empty()) out.member("saved", saved);
  if (draft.origin) {
    out.key("origin").object().member("id", draft.origin->id).number_member("revision", draft.origin->revision);
    if (!draft.origin->name.empty()) out.member("name", draft.origin->name);
    out.close('}');
  }
  ValuesWriter(draft.sheet, out).write();
  write_figures(out, draft.sheet);
  out.key("acknowledged").array();
  for (const Acknowledgement& a : draft.acknowledged) {
    out.object().member("rule", a.rule);
    if (!a.row.empty()) out.member("row", a.row);
    if (!a.field.empty()) out.member("field", a.field);
    out.member("reason", a.reason).key("values").array();
    for (const std::string& value : a.values) out.text(value);
    out.close(']');
    if (!a.time.empty()) out.member("time", a.time);
    out.close('}');
  }
  out.close(']');
  if (!draft.aside.empty()) {
    out.key("aside").object();
    for (const Kept& kept : draft.aside) {
      out.key(kept.at);
      write_kept(out, kept);
    }
    out.close('}');
  }
  return json::indented(out.close('}').str()) + "\n";
}

}  // namespace formcheck::form
