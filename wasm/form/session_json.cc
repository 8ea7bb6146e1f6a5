// What a session tells a page: snapshot and delta (ARCHITECTURE §6). Parts are built apart and moved in: an ordered object
// keeps its members in a vector, so a reference to one does not outlive the next.
#include <algorithm>

#include "form/session.h"

namespace formcheck::form {
namespace {

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json counts_list(const text::Counts& c) { return {c.words, c.code_points, c.code_points_no_space, c.utf16_units, c.han}; }

Json clause_json(const Definition& def, const std::string& id) {
  const Clause* c = def.clause(id);
  if (c == nullptr) return nullptr;
  return {{"id", c->id}, {"source", c->source}, {"where", c->where}, {"quote", c->quote}};
}

Json finding_json(const Sheet& sheet, const Finding& f) {
  const Definition& def = sheet.definition();
  Json out = {{"key", f.key()}, {"rule", f.rule}};
  if (!f.row.empty()) out["row"] = f.row;
  out["slots"] = f.slots;
  if (f.table != kNone) out["table"] = f.table;
  out["section"] = def.sections[section_of(sheet, f)].id;
  out["severity"] = name_of(f.ground->severity);
  out["basis"] = name_of(f.ground->basis);
  if (!f.clause.empty()) out["clause"] = clause_json(def, f.clause);
  out["message"] = f.message;
  if (f.actual) out["actual"] = *f.actual;
  if (f.limit) out["limit"] = *f.limit;
  if (f.fix) out["fix"] = {{"slot", f.fix->slot}, {"to", f.fix->to}, {"label", f.fix->label}};
  out["acknowledgeable"] = f.ground->acknowledgeable;
  if (f.acknowledged) out["acknowledged"] = *f.acknowledged;
  return out;
}

Json rows_json(const Sheet& sheet, std::uint32_t table) {
  Json out = Json::array();
  for (const RowIndex r : sheet.rows_of(table)) {
    const Row& row = sheet.row(r);
    Json item = {{"id", row.id}, {"slot", row.first}};
    if (row.seed != kNone) item["key"] = sheet.definition().tables[table].seeds[row.seed].key;
    out.push_back(std::move(item));
  }
  return out;
}

Json progress_json(const Definition& def, std::size_t section, const Progress& p) {
  return {{"id", def.sections[section].id}, {"required", p.required}, {"filled", p.filled},
          {"error", p.error},               {"warning", p.warning},   {"advice", p.advice}};
}

Json history_json(const History& history) {
  const auto label = [](const Step* step) { return step ? Json(step->label) : Json(); };
  return {{"undo", label(history.undo_step())}, {"redo", label(history.redo_step())}};
}

template <typename Visit>
void each_cell(const Sheet& sheet, Visit visit) {
  const Definition& def = sheet.definition();
  for (Slot s = 0; s < def.fields.size(); ++s) visit(s);
  for (std::uint32_t t = 0; t < def.tables.size(); ++t) {
    for (const RowIndex r : sheet.rows_of(t)) {
      for (std::uint32_t c = 0; c < def.tables[t].columns.size(); ++c) visit(sheet.row(r).first + c);
    }
  }
}

}  // namespace

std::string Session::snapshot() {
  const Sheet& sheet = draft_->sheet;
  Json out = Json::object(), values = Json::object(), counts = Json::object();
  each_cell(sheet, [&](Slot s) {
    const Cell& cell = sheet.cell(s);
    if (cell.text.text().empty()) return;
    values[std::to_string(s)] = cell.text.text();
    counts[std::to_string(s)] = counts_list(cell.text.counts());
  });
  out["values"] = std::move(values);
  out["counts"] = std::move(counts);
  Json rows = Json::object();
  for (std::uint32_t t = 0; t < def_.tables.size(); ++t) rows[def_.tables[t].id] = rows_json(sheet, t);
  out["rows"] = std::move(rows);
  const std::vector<Finding> all = findings().all();
  Json list = Json::array();
  for (const Finding& f : all) list.push_back(finding_json(sheet, f));
  out["findings"] = std::move(list);
  Json sections = Json::array();
  const std::vector<Progress> p = progress(sheet, all);
  for (std::size_t i = 0; i < p.size(); ++i) sections.push_back(progress_json(def_, i, p[i]));
  out["sections"] = std::move(sections);
  out["todo"] = todo(sheet);
  Json aside = Json::array();
  for (const auto& [at, value] : draft_->aside.items()) {
    aside.push_back({{"at", at}, {"text", value.is_string() ? value.get<std::string>() : dumped(value)}});
  }
  out["aside"] = std::move(aside);
  out["history"] = history_json(history_);
  return dumped(out);
}

std::string Session::delta() {
  const Sheet& sheet = draft_->sheet;
  Json out = Json::object();
  std::vector<FindingId> ids = judge_->take_changes();
  ids.insert(ids.end(), touched_.begin(), touched_.end());
  if (!renamed_.empty()) {
    for (const Finding& f : findings().all()) {
      if (std::find(renamed_.begin(), renamed_.end(), f.table) != renamed_.end()) ids.push_back(f.id);
    }
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  if (!ids.empty()) {
    Json changed = Json::array(), gone = Json::array();
    for (const FindingId& id : ids) {
      if (const auto f = findings().find(id)) {
        changed.push_back(finding_json(sheet, *f));
      } else {
        Finding was;
        was.id = id;
        const bool rule = id.kind == FindingId::Kind::rule;
        was.rule = rule ? def_.rules[id.index].id : def_.checks[id.index].code;
        if (rule && id.subject != kNone) was.row = sheet.row(id.subject).id;
        gone.push_back(was.key());
      }
    }
    out["findings"] = {{"changed", std::move(changed)}, {"gone", std::move(gone)}};
  }
  if (!counted_.empty()) {
    Json counts = Json::object();
    for (const Slot s : counted_) counts[std::to_string(s)] = counts_list(sheet.cell(s).text.counts());
    out["counts"] = std::move(counts);
  }
  Json values = Json::object(), rows = Json::object();
  for (const Slot s : moved_values_) values[std::to_string(s)] = sheet.cell(s).text.text();
  for (const std::uint32_t t : moved_rows_) {
    rows[def_.tables[t].id] = rows_json(sheet, t);
    for (const RowIndex r : sheet.rows_of(t)) {
      for (std::uint32_t c = 0; c < def_.tables[t].columns.size(); ++c) {
        const Slot s = sheet.row(r).first + c;
        values[std::to_string(s)] = sheet.cell(s).text.text();
      }
    }
  }
  if (!values.empty()) out["values"] = std::move(values);
  if (!rows.empty()) out["rows"] = std::move(rows);
  if (!ids.empty() || progress_stale_) {
    const std::vector<Progress> now = progress(sheet, findings().all());
    Json sections = Json::array();
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (!(now[i] == told_[i])) sections.push_back(progress_json(def_, i, now[i]));
    }
    if (!sections.empty()) out["sections"] = std::move(sections);
    told_ = now;
  }
  if (progress_stale_) out["todo"] = todo(sheet);
  if (history_stale_) out["history"] = history_json(history_);
  counted_.clear(), moved_values_.clear(), moved_rows_.clear(), renamed_.clear(), touched_.clear();
  progress_stale_ = history_stale_ = false;
  return dumped(out);
}

}  // namespace formcheck::form
