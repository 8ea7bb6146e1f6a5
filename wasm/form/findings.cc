#include "form/findings.h"

#include "form/order.h"

namespace formcheck::form {

namespace {

std::string make_key(FindingId::Kind kind, std::string_view rule, std::uint32_t subject, std::string_view row) {
  std::string key(rule);
  if (kind == FindingId::Kind::constraint) return key.append("@").append(std::to_string(subject));
  return row.empty() ? key : key.append("@").append(row);
}

}  // namespace

std::string Finding::key() const { return make_key(id.kind, rule, id.subject, row); }

std::string Findings::key_of(const FindingId& id) const {
  const Definition& def = sheet_.definition();
  const bool rule = id.kind == FindingId::Kind::rule;
  const std::string_view row = rule && id.subject != kNone ? std::string_view(sheet_.row(id.subject).id) : std::string_view();
  return make_key(id.kind, rule ? def.rules[id.index].id : def.checks[id.index].code, id.subject, row);
}

std::optional<Finding> Findings::find(const FindingId& id) const {
  auto f = id.kind == FindingId::Kind::constraint ? find_violation(id) : find_failure(id);
  if (f) look_up_acknowledgement(*f);
  return f;
}

namespace {

// What the form or the notice asks of a cell is best shown where it asks it; a standard is cited as itself.
std::string_view clause_for(const Check& check, const Cell& cell, const Table* table) {
  const bool own = check.ground.basis == Basis::form || check.ground.basis == Basis::notice;
  if (own && !cell.field->clause.empty()) return cell.field->clause;
  if (own && table != nullptr && !table->clause.empty()) return table->clause;
  return check.ground.clause;
}

}  // namespace

// What a finding shows beside its message.
static void take_figures(const Args& args, Finding& f) {
  if (const std::string* actual = args.find("actual")) f.actual = *actual;
  if (const std::string* limit = args.find("limit")) f.limit = *limit;
}

void Findings::add_cell_args(Slot slot, Args& args) const {
  args.add("label", label_of(sheet_, slot));
  args.add("value", sheet_.cell(slot).text.text());
  args.add("unit", sheet_.cell(slot).field->unit);
}

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
    take_figures(args, f);
    add_cell_args(id.subject, args);
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
    args.add(arg.name, text_of(judge_.evaluate(arg.program, row)));
  }
  take_figures(args, f);
  if (!f.slots.empty()) add_cell_args(f.slots.front(), args);
  f.message = fill(rule.ground.message, args);
  if (rule.fix) {
    Finding where;
    point(rule.fix->target, row, where);
    const cel::Value to = judge_.evaluate(rule.fix->to, row);
    if (!where.slots.empty() && !to.is_null()) {
      args.add("to", text_of(to));
      f.fix = Finding::Mend{where.slots.front(), text_of(to), fill(rule.fix->label, args)};
    }
  }
  return f;
}

std::vector<std::string> seen_values(const Sheet& sheet, const Finding& f) {
  std::vector<std::string> values;
  // A finding about figures is about those it names, not about the words round them.
  if (f.rule.rfind("figure.", 0) == 0) return {f.actual.value_or("")};
  for (const Slot s : f.slots) values.push_back(sheet.cell(s).text.text());
  return values;
}

void Findings::look_up_acknowledgement(Finding& f) const {
  if (!f.ground->acknowledgeable) return;
  for (const Acknowledgement& a : acknowledged_) {
    if (a.rule != f.rule || a.row != f.row || a.field != f.field) continue;
    if (a.values == seen_values(sheet_, f)) f.acknowledged = &a.reason;
  }
}

cel::Pool<Finding> Findings::all() const {
  const Definition& def = sheet_.definition();
  cel::Pool<Finding> out;
  const auto add = [&](const FindingId& id) {
    if (auto f = find(id)) out.add(*std::move(f));
  };
  const auto add_failed = [&](std::uint32_t rule, RowIndex row) {
    if (judge_.verdict(rule, row) == Verdict::failed) add({FindingId::Kind::rule, rule, row});
  };
  for (Slot slot = 0; sheet_.has(slot); ++slot) {  // of a row that was removed nothing is kept
    for (const Violation& v : judge_.violations(slot)) add({FindingId::Kind::constraint, def.check_index(v.code), slot});
  }
  for (std::uint32_t i = 0; i < def.rules.size(); ++i) {
    if (def.rules[i].each == kNone) {
      add_failed(i, kNone);
    } else {
      for (const RowIndex r : sheet_.rows_of(def.rules[i].each)) add_failed(i, r);
    }
  }
  // Of one place the constraints stand before the rules, since they were added before.
  std::vector<Ranked> order;
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    const Finding& f = out[i];
    order.push_back({f.slots.empty() ? rank_of_table(def, f.table) : rank_of(sheet_, f.slots.front()), i});
  }
  sort(order);
  out.reorder(order);
  return out;
}

std::optional<FindingId> Findings::parse_key(std::string_view key) const {
  const Definition& def = sheet_.definition();
  const std::size_t at = key.rfind('@');
  const std::string_view name = key.substr(0, at);
  const std::uint32_t check = def.check_index(name);
  if (check != kNone && at != std::string_view::npos) {
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
    if (at == std::string_view::npos) return {};
    const RowIndex row = sheet_.row_by_id(def.rules[i].each, key.substr(at + 1));
    if (row == kNone) return {};
    return FindingId{FindingId::Kind::rule, i, row};
  }
  return {};
}

}  // namespace formcheck::form
