// Why a finding stands: the rule as written, its clause, and every value it read.
#include <algorithm>

#include "form/session.h"
#include "json/write.h"

namespace formcheck::form {
namespace {

void add_cells(const Sheet& sheet, RowIndex r, const std::vector<std::uint32_t>& path, std::size_t i, std::vector<Slot>& out) {
  if (r == kNone) return;
  const Row& row = sheet.row(r);
  const auto columns = static_cast<std::uint32_t>(sheet.definition().tables[row.table].columns.size());
  for (std::uint32_t c = 0; c < columns; ++c) {
    if (i >= path.size() || path[i] == c) out.push_back(row.first + c);
  }
}

void add_group(const Definition& def, std::uint32_t group, const std::vector<std::uint32_t>& path, std::size_t i, std::vector<Slot>& out) {
  const Group& g = def.groups[group];
  for (std::uint32_t m = 0; m < g.members.size(); ++m) {
    if (i < path.size() && path[i] != m) continue;
    if (g.members[m].group) {
      add_group(def, g.members[m].index, path, i + 1, out);
    } else {
      out.push_back(g.members[m].index);
    }
  }
}

void collect(const Sheet& sheet, RowIndex row, const cel::Read& read, std::vector<Slot>& out) {
  const Definition& def = sheet.definition();
  if (read.variable == def.variables.size()) return add_cells(sheet, row, read.path, 0, out);
  const Variable& v = def.variables[read.variable];
  switch (v.kind) {
    case Variable::Kind::field:
      return out.push_back(v.index);
    case Variable::Kind::group:
      return add_group(def, v.index, read.path, 0, out);
    case Variable::Kind::table:
      for (const RowIndex r : sheet.rows_of(v.index)) add_cells(sheet, r, read.path, 1, out);
      return;
    case Variable::Kind::keyed:
      if (!read.path.empty()) return add_cells(sheet, sheet.row_by_seed(v.index, read.path[0]), read.path, 1, out);
      for (const RowIndex r : sheet.rows_of(v.index)) add_cells(sheet, r, read.path, 1, out);
      return;
    default:
      return;
  }
}

std::string_view name_of(Verdict v) {
  constexpr std::string_view kNames[] = {"none", "passed", "failed", "pending", "fault"};
  return kNames[static_cast<std::size_t>(v)];
}

}  // namespace

std::string Session::explain(std::string_view key) {
  const Sheet& sheet = draft_->sheet;
  const auto id = findings().parse_key(key);
  if (!id) return "null";
  const bool is_rule = id->kind == FindingId::Kind::rule;
  const Ground& ground = is_rule ? def_.rules[id->index].ground : def_.checks[id->index].ground;
  json::Writer out;
  out.object().member("rule", is_rule ? def_.rules[id->index].id : def_.checks[id->index].code);
  out.member("severity", form::name_of(ground.severity)).member("basis", form::name_of(ground.basis));
  if (def_.clause(ground.clause) != nullptr) {
    out.key("clause");
    write_clause(out, def_, ground.clause);
  }
  std::vector<Slot> slots;
  if (is_rule) {
    const Rule& rule = def_.rules[id->index];
    const Verdict verdict = judge_->verdict(id->index, id->subject);
    out.member("expression", rule.source).member("state", name_of(verdict));
    if (verdict == Verdict::fault) out.member("fault", judge_->fault(id->index, id->subject));
    for (const cel::Read& read : rule.program.reads()) collect(sheet, id->subject, read, slots);
  } else {
    slots.push_back(id->subject);
    const auto& list = judge_->violations(id->subject);
    const bool failed = std::any_of(list.begin(), list.end(), [&](const Violation& v) { return v.code == def_.checks[id->index].code; });
    out.member("state", failed ? "failed" : "passed");
  }
  if (const auto f = findings().find(*id)) out.member("message", f->message);
  out.key("values").array();
  for (const Slot s : in_form_order(sheet, slots)) {
    const Cell& cell = sheet.cell(s);
    out.object().member("at", pointer_of(sheet, s)).member("label", label_of(sheet, s)).member("value", cell.text.text());
    if (cell.meaning == Cell::Meaning::number) out.member("number", cell.value.decimal.to_plain());
    out.close('}');
  }
  return out.close(']').close('}').take();
}

}  // namespace formcheck::form
