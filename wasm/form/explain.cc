// Why a finding stands: the rule as written, its clause, and every value it read.
#include <algorithm>

#include "form/session.h"

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

std::string Session::explain(const std::string& key) {
  const Sheet& sheet = draft_->sheet;
  const auto id = findings().parse_key(key);
  if (!id) return "null";
  const bool is_rule = id->kind == FindingId::Kind::rule;
  const Ground& ground = is_rule ? def_.rules[id->index].ground : def_.checks[id->index].ground;
  Json out = {{"rule", is_rule ? def_.rules[id->index].id : def_.checks[id->index].code},
              {"severity", form::name_of(ground.severity)},
              {"basis", form::name_of(ground.basis)}};
  if (const Clause* c = def_.clause(ground.clause)) {
    out["clause"] = {{"id", c->id}, {"source", c->source}, {"where", c->where}, {"quote", c->quote}};
  }
  std::vector<Slot> slots;
  if (is_rule) {
    const Rule& rule = def_.rules[id->index];
    const Verdict verdict = judge_->verdict(id->index, id->subject);
    out["expression"] = rule.source;
    out["state"] = name_of(verdict);
    if (verdict == Verdict::fault) out["fault"] = judge_->fault(id->index, id->subject);
    for (const cel::Read& read : rule.program.reads()) collect(sheet, id->subject, read, slots);
  } else {
    slots.push_back(id->subject);
    const auto& list = judge_->violations(id->subject);
    const bool failed = std::any_of(list.begin(), list.end(), [&](const Violation& v) { return v.code == def_.checks[id->index].code; });
    out["state"] = failed ? "failed" : "passed";
  }
  if (const auto f = findings().find(*id)) out["message"] = f->message;
  std::sort(slots.begin(), slots.end(), [&](Slot a, Slot b) { return place_of(sheet, a) < place_of(sheet, b); });
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  Json& values = out["values"] = Json::array();
  for (const Slot s : slots) {
    const Cell& cell = sheet.cell(s);
    Json item = {{"at", pointer_of(sheet, s)}, {"label", label_of(sheet, s)}, {"value", cell.text.text()}};
    if (cell.meaning == Cell::Meaning::number) item["number"] = cell.value.to_plain();
    values.push_back(std::move(item));
  }
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace formcheck::form
