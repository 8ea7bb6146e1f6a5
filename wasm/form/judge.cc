#include "form/judge.h"

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

void Judge::judge_cell(Slot slot) {
  run_constraints(sheet_.cell(slot), scratch_);
  if (sheet_.cell(slot).field->figures) check_figures(sheet_, slot, scratch_);
  if (!scratch_.empty() || (slot < violations_.size() && !violations_[slot].empty())) take_violations(slot);
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

cel::Value Judge::evaluate(const cel::Program& program, RowIndex row) {
  arena_.reset();
  activation_.set_row(row);
  const cel::Result result = program.run(activation_, arena_);
  return result.failure == cel::Failure::none ? result.value : cel::Value::null();
}

}  // namespace formcheck::form
