#include "form/findings.h"

#include <algorithm>
#include <tuple>

namespace formcheck::form {

std::string Finding::key() const {
  if (id.kind == FindingId::Kind::constraint) return rule + "@" + std::to_string(id.subject);
  return row.empty() ? rule : rule + "@" + row;
}

std::optional<Finding> Findings::find(const FindingId& id) const {
  auto f = id.kind == FindingId::Kind::constraint ? find_violation(id) : find_failure(id);
  if (f) look_up_acknowledgement(*f);
  return f;
}

namespace {

// What the form or the notice asks of a cell is best shown where it asks it; a standard is cited as itself.
std::string clause_for(const Check& check, const Cell& cell, const Table* table) {
  const bool own = check.ground.basis == Basis::form || check.ground.basis == Basis::notice;
  if (own && !cell.field->clause.empty()) return cell.field->clause;
  if (own && table != nullptr && !table->clause.empty()) return table->clause;
  return check.ground.clause;
}

}  // namespace

std::optional<Finding> Findings::find_violation(const FindingId& id) const {
  const Definition& def = sheet_.definition();
  const Check& check = def.checks[id.index];
  for (const Violation& v : judge_.violations(id.subject)) {
    if (v.code != check.code) continue;
    const Cell& cell = sheet_.cell(id.subject);
    Finding f;
    f.id = id;
    f.rule = check.code;
    f.field = cell.field->id;
    if (cell.row != kNone) f.row = sheet_.row(cell.row).id, f.table = sheet_.row(cell.row).table;
    f.slots = {id.subject};
    f.ground = &check.ground;
    f.clause = clause_for(check, cell, f.table == kNone ? nullptr : &def.tables[f.table]);
    Args args = v.args;
    for (const auto& [name, value] : v.args) {
      if (name == "actual") f.actual = value;
      if (name == "limit") f.limit = value;
    }
    args.emplace_back("label", label_of(sheet_, id.subject));
    args.emplace_back("value", cell.text.text());
    args.emplace_back("unit", cell.field->unit);
    f.message = fill(check.ground.message, args);
    return f;
  }
  return {};
}

void Findings::point(const Target& target, RowIndex row, Finding& f) const {
  const auto add_cell = [&](RowIndex r) {
    if (r == kNone) return;
    const Slot slot = sheet_.row(r).first + target.column;
    if (!sheet_.cell(slot).blocked) f.slots.push_back(slot);
  };
  if (target.table != kNone && f.table == kNone) f.table = target.table;
  switch (target.kind) {
    case Target::Kind::scalar:
      f.slots.push_back(target.field);
      return;
    case Target::Kind::row:
      return add_cell(row);
    case Target::Kind::keyed:
      return add_cell(sheet_.row_by_seed(target.table, target.seed));
    case Target::Kind::column:
      for (const RowIndex r : sheet_.rows_of(target.table)) add_cell(r);
      return;
    case Target::Kind::table:
      return;
  }
}

std::optional<Finding> Findings::find_failure(const FindingId& id) const {
  const Definition& def = sheet_.definition();
  const RowIndex row = id.subject;
  if (judge_.verdict(id.index, row) != Verdict::failed) return {};
  const Rule& rule = def.rules[id.index];
  Finding f;
  f.id = id;
  f.rule = rule.id;
  if (row != kNone) f.row = sheet_.row(row).id, f.table = rule.each;
  for (const Target& target : rule.at) point(target, row, f);
  f.ground = &rule.ground;
  f.clause = rule.ground.clause;
  Args args;
  for (const Argument& arg : rule.args) {
    args.emplace_back(arg.name, text_of(judge_.evaluate(arg.program, row)));
    if (arg.name == "actual") f.actual = args.back().second;
    if (arg.name == "limit") f.limit = args.back().second;
  }
  if (!f.slots.empty()) {
    args.emplace_back("label", label_of(sheet_, f.slots.front()));
    args.emplace_back("value", sheet_.cell(f.slots.front()).text.text());
    args.emplace_back("unit", sheet_.cell(f.slots.front()).field->unit);
  }
  f.message = fill(rule.ground.message, args);
  if (rule.fix) {
    Finding where;
    point(rule.fix->target, row, where);
    const cel::Value to = judge_.evaluate(rule.fix->to, row);
    if (!where.slots.empty() && !to.is_null()) {
      args.emplace_back("to", text_of(to));
      f.fix = Finding::Mend{where.slots.front(), text_of(to), fill(rule.fix->label, args)};
    }
  }
  return f;
}

void Findings::look_up_acknowledgement(Finding& f) const {
  if (!f.ground->acknowledgeable) return;
  for (const Acknowledgement& a : acknowledged_) {
    if (a.rule != f.rule || a.row != f.row || a.field != f.field || a.values.size() != f.slots.size()) continue;
    bool same = true;
    for (std::size_t i = 0; same && i < f.slots.size(); ++i) same = sheet_.cell(f.slots[i]).text.text() == a.values[i];
    if (same) f.acknowledged = a.reason;
  }
}

std::vector<Finding> Findings::all() const {
  const Definition& def = sheet_.definition();
  std::vector<Finding> out;
  const auto add = [&](const FindingId& id) {
    if (auto f = find(id)) out.push_back(*std::move(f));
  };
  const auto add_cell = [&](Slot slot) {
    for (const Violation& v : judge_.violations(slot)) add({FindingId::Kind::constraint, def.check_index(v.code), slot});
  };
  for (Slot s = 0; s < def.fields.size(); ++s) add_cell(s);
  for (std::uint32_t t = 0; t < def.tables.size(); ++t) {
    for (const RowIndex r : sheet_.rows_of(t)) {
      for (std::uint32_t c = 0; c < def.tables[t].columns.size(); ++c) add_cell(sheet_.row(r).first + c);
    }
  }
  for (std::uint32_t i = 0; i < def.rules.size(); ++i) {
    if (def.rules[i].each == kNone) {
      add({FindingId::Kind::rule, i, kNone});
    } else {
      for (const RowIndex r : sheet_.rows_of(def.rules[i].each)) add({FindingId::Kind::rule, i, r});
    }
  }
  const auto where = [&](const Finding& f) {
    return f.slots.empty() ? Place{def.tables[f.table].position, 0, 0} : place_of(sheet_, f.slots.front());
  };
  std::vector<std::pair<Place, std::size_t>> order;
  for (std::size_t i = 0; i < out.size(); ++i) order.emplace_back(where(out[i]), i);
  std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    const FindingId &x = out[a.second].id, &y = out[b.second].id;
    return std::tie(a.first, x.kind) < std::tie(b.first, y.kind);
  });
  std::vector<Finding> sorted;
  for (const auto& [place, i] : order) sorted.push_back(std::move(out[i]));
  return sorted;
}

std::optional<FindingId> Findings::parse_key(const std::string& key) const {
  const Definition& def = sheet_.definition();
  const std::size_t at = key.rfind('@');
  const std::string name = key.substr(0, at);
  const std::uint32_t check = def.check_index(name);
  if (check != kNone && at != std::string::npos) {
    Slot slot = 0;
    for (std::size_t i = at + 1; i < key.size(); ++i) {
      if (key[i] < '0' || key[i] > '9' || slot > 100'000'000) return {};
      slot = slot * 10 + static_cast<Slot>(key[i] - '0');
    }
    if (!sheet_.has(slot)) return {};
    return FindingId{FindingId::Kind::constraint, check, slot};
  }
  for (std::uint32_t i = 0; i < def.rules.size(); ++i) {
    if (def.rules[i].id != name) continue;
    if (def.rules[i].each == kNone) return FindingId{FindingId::Kind::rule, i, kNone};
    if (at == std::string::npos) return {};
    const RowIndex row = sheet_.row_by_id(def.rules[i].each, key.substr(at + 1));
    if (row == kNone) return {};
    return FindingId{FindingId::Kind::rule, i, row};
  }
  return {};
}

}  // namespace formcheck::form
