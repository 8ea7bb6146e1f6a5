// What a judge keeps and says, and what is judged anew when rows come and go. Apart from judge.cc, which a key passes through.
#include "form/judge.h"
#include "form/order.h"

namespace formcheck::form {

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

[[gnu::noinline]] void Judge::take_violations(Slot slot) {
  if (violations_.size() <= slot) violations_.resize(slot + 1);
  for (const auto* list : {&violations_[slot], &scratch_}) {
    for (const Violation& v : *list) changes_.push_back({FindingId::Kind::constraint, def_.check_index(v.code), slot});
  }
  violations_[slot].swap(scratch_);
  scratch_.clear();
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
