#include "form/judge.h"

#include "form/order.h"

#include "form/figure_checks.h"

namespace formcheck::form {

Judge::Judge(const Sheet& sheet)
    : sheet_(sheet), def_(sheet.definition()), dependencies_(def_.dependencies), activation_(sheet, arena_) {
  single_.resize(def_.rules.size());
  rows_.resize(def_.rules.size());
}

void Judge::judge_all() {
  for (Slot s = 0; sheet_.has(s); ++s) {
    const RowIndex row = sheet_.cell(s).row;
    if (row == kNone || sheet_.row(row).present) judge_cell(s);
  }
  for (std::uint32_t r = 0; r < def_.rules.size(); ++r) judge_rule(r);
}

void Judge::cell_changed(Slot slot) {
  judge_cell(slot);
  const Cell& cell = sheet_.cell(slot);
  if (cell.row == kNone) {
    for (const std::uint32_t rule : dependencies_.by_field[slot]) judge_rule(rule);
    return;
  }
  const Row& row = sheet_.row(cell.row);
  for (const Dependencies::Reader& reader : dependencies_.by_cell[row.table][cell.column]) {
    if (reader.scope == Dependencies::Scope::same_row && reader.rule < def_.rules.size()) {
      judge_instance(reader.rule, cell.row);
    } else if (reader.scope != Dependencies::Scope::seed || reader.seed == row.seed) {
      judge_rule(reader.rule);
    }
  }
}

void Judge::row_inserted(RowIndex row) {
  const Row& r = sheet_.row(row);
  for (std::uint32_t c = 0; c < def_.tables[r.table].columns.size(); ++c) judge_cell(r.first + c);
  for (std::uint32_t i = 0; i < def_.rules.size(); ++i) {
    if (def_.rules[i].each == r.table) judge_instance(i, row);
  }
  judge_readers(r.table);
}

void Judge::row_removed(RowIndex row) {
  const Row& r = sheet_.row(row);
  for (std::uint32_t c = 0; c < def_.tables[r.table].columns.size(); ++c) {
    const Slot slot = r.first + c;
    if (slot >= violations_.size()) continue;
    for (const Violation& v : violations_[slot]) {
      changes_.push_back({FindingId::Kind::constraint, def_.check_index(v.code), slot});
    }
    violations_[slot].clear();
  }
  for (std::uint32_t i = 0; i < def_.rules.size(); ++i) {
    if (def_.rules[i].each == r.table) set(i, row, Verdict::none);
  }
  judge_readers(r.table);
}

void Judge::rows_moved(std::uint32_t table) { judge_readers(table); }

void Judge::figures_changed() {
  for (Slot s = 0; s < def_.fields.size(); ++s) {
    if (def_.fields[s].figures) judge_cell(s);
  }
}

void Judge::judge_readers(std::uint32_t table) {
  for (const std::uint32_t rule : dependencies_.by_rows[table]) judge_rule(rule);
}

void Judge::judge_cell(Slot slot) {
  run_constraints(sheet_.cell(slot), scratch_);
  if (sheet_.cell(slot).field->figures) check_figures(sheet_, slot, scratch_);
  if (scratch_.empty() && (slot >= violations_.size() || violations_[slot].empty())) return;
  if (violations_.size() <= slot) violations_.resize(slot + 1);
  for (const auto* list : {&violations_[slot], &scratch_}) {
    for (const Violation& v : *list) changes_.push_back({FindingId::Kind::constraint, def_.check_index(v.code), slot});
  }
  violations_[slot].swap(scratch_);
}

void Judge::judge_rule(std::uint32_t rule) {
  if (rule >= def_.rules.size()) {  // a requirement: looked at when somebody asks
    requirements_changed_ = true;
    return;
  }
  const std::uint32_t each = def_.rules[rule].each;
  if (each == kNone) return judge_instance(rule, kNone);
  for (const RowIndex row : sheet_.rows_of(each)) judge_instance(rule, row);
}

void Judge::judge_instance(std::uint32_t rule, RowIndex row) {
  arena_.reset();
  activation_.set_row(row);
  activation_.forget_unreadable();
  const cel::Result result = def_.rules[rule].program.run(activation_, arena_);
  if (activation_.saw_unreadable()) return set(rule, row, Verdict::pending);
  switch (result.failure) {
    case cel::Failure::none:
      return set(rule, row, result.value.kind == cel::Kind::boolean && result.value.boolean ? Verdict::passed : Verdict::failed);
    case cel::Failure::null_operand:
      return set(rule, row, Verdict::pending);
    default:
      return set(rule, row, Verdict::fault);
  }
}

void Judge::set(std::uint32_t rule, RowIndex row, Verdict verdict) {
  if (row != kNone && rows_[rule].size() <= row) rows_[rule].resize(sheet_.row_count());
  Verdict& old = row == kNone ? single_[rule] : rows_[rule][row];
  // A rule that stays failed may still have new figures in its message.
  if (old == Verdict::failed || verdict == Verdict::failed) changes_.push_back({FindingId::Kind::rule, rule, row});
  old = verdict;
}

Verdict Judge::verdict(std::uint32_t rule, RowIndex row) const {
  if (row == kNone) return single_[rule];
  return row < rows_[rule].size() ? rows_[rule][row] : Verdict::none;
}

const std::vector<Violation>& Judge::violations(Slot slot) const {
  static const std::vector<Violation> kNothing;
  return slot < violations_.size() ? violations_[slot] : kNothing;
}

std::string_view Judge::fault(std::uint32_t rule, RowIndex row) {
  arena_.reset();
  activation_.set_row(row);
  return def_.rules[rule].program.run(activation_, arena_).detail;
}

cel::Value Judge::evaluate(const cel::Program& program, RowIndex row) {
  arena_.reset();
  activation_.set_row(row);
  const cel::Result result = program.run(activation_, arena_);
  return result.failure == cel::Failure::none ? result.value : cel::Value::null();
}

bool Judge::requires_cell(Slot slot) {
  const Cell& cell = sheet_.cell(slot);
  if (cell.field->required) return true;
  const std::uint32_t table = cell.row == kNone ? kNone : sheet_.row(cell.row).table;
  const std::uint32_t field = cell.row == kNone ? slot : cell.column;
  for (const Requirement& r : def_.requirements) {
    if (r.table != table || r.field != field) continue;
    activation_.forget_unreadable();
    const cel::Value asked = evaluate(r.when, cell.row);
    return asked.kind == cel::Kind::boolean && asked.boolean && !activation_.saw_unreadable();
  }
  return false;
}

bool Judge::take_requirements_changed() { return std::exchange(requirements_changed_, false); }

std::vector<FindingId> Judge::take_changes() {
  std::vector<Ranked> order;
  for (std::uint32_t i = 0; i < changes_.size(); ++i) {
    const FindingId& id = changes_[i];
    order.push_back({std::uint64_t{id.kind == FindingId::Kind::rule} << 63 | std::uint64_t{id.index} << 32 | id.subject, i});
  }
  sort(order);
  std::vector<FindingId> out;
  for (const Ranked& r : order) {
    if (out.empty() || !(out.back() == changes_[r.item])) out.push_back(changes_[r.item]);
  }
  changes_.clear();
  return out;
}

}  // namespace formcheck::form
