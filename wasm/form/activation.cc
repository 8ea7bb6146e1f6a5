#include "form/activation.h"

namespace formcheck::form {

using cel::Value;

SheetActivation::SheetActivation(const Sheet& sheet, cel::Arena& arena) : sheet_(sheet), arena_(arena) {
  const Definition& def = sheet.definition();
  values = sheet.values();
  lists_.resize(def.tables.size());
  keyed_.resize(def.tables.size());
  groups_.resize(def.groups.size());
  for (std::uint32_t t = 0; t < def.tables.size(); ++t) {
    blanks_.emplace(this, t, kNone);
    lists_[t].owner = this, lists_[t].table = t;
    keyed_[t].owner = this, keyed_[t].table = t;
  }
  for (std::size_t g = 0; g < def.groups.size(); ++g) groups_[g].owner = this, groups_[g].group = &def.groups[g];
}

Value SheetActivation::variable(std::uint32_t index) const {
  const Definition& def = sheet_.definition();
  if (index == def.variables.size()) return row_value(row_);
  const Variable& v = def.variables[index];
  switch (v.kind) {
    case Variable::Kind::field:
      return field_value(v.index);
    case Variable::Kind::group:
      return Value::of(&groups_[v.index], &def.groups[v.index].type);
    case Variable::Kind::table:
      return Value::of(static_cast<const cel::HostList*>(&lists_[v.index]));
    case Variable::Kind::keyed:
      return Value::of(&keyed_[v.index], &def.tables[v.index].keyed_type);
    default:
      return Value::of(static_cast<std::int64_t>(def.year));
  }
}

Value SheetActivation::row_value(RowIndex r) const {
  while (rows_.size() <= r) {
    const auto next = static_cast<RowIndex>(rows_.size());
    rows_.emplace(this, sheet_.row(next).table, next);
  }
  return Value::of(&rows_[r], &sheet_.definition().tables[rows_[r].table].row_type);
}

Value SheetActivation::field_value(Slot slot) const {
  const Cell& cell = sheet_.cell(slot);
  Value scratch;
  return cell.ready ? cell.value : settle(cell, scratch);
}

// Attributes are always ready.
const Value& SheetActivation::settle(const cel::HostValue& value, Value& scratch) const {
  const Cell& cell = static_cast<const Cell&>(value);
  if (cell.meaning == Cell::Meaning::unreadable) return saw_unreadable_ = true, cell.value;
  const std::string_view text = cell.text.text();
  std::vector<Value>& list = arena_.new_list();
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    if (end > start) list.push_back(Value::of(text.substr(start, end - start)));
    start = end + 1;
  }
  return scratch = Value::of_span(list.data(), list.size());
}

SheetActivation::RowObject::RowObject(const SheetActivation* a, std::uint32_t t, RowIndex r) : owner(a), table(t), row(r) {
  if (r == kNone) return;
  values = a->sheet_.row(r).values.data();
  standing = static_cast<std::uint32_t>(a->sheet_.row(r).values.size());
}

// After columns and attributes the seed's key and the place in the table.
Value SheetActivation::RowObject::member(std::uint32_t index) const {
  const Table& t = owner->sheet_.definition().tables[table];
  const std::size_t columns = t.columns.size(), key = columns + t.attributes.size();
  if (index < columns) return blank_value(t.columns[index]);
  if (index < key) return blank_value(t.attributes[index - columns]);
  const std::uint32_t seed = row == kNone ? kNone : owner->sheet_.row(row).seed;
  if (index == key) return Value::of(seed == kNone ? std::string_view() : t.seeds[seed].key);
  return Value::of(row == kNone ? std::int64_t{-1} : static_cast<std::int64_t>(owner->sheet_.place_of(row)));
}

Value SheetActivation::KeyedObject::member(std::uint32_t seed) const {
  const RowIndex r = owner->sheet_.row_by_seed(table, seed);
  if (r != kNone) return owner->row_value(r);
  return Value::of(&owner->blanks_[table], &owner->sheet_.definition().tables[table].row_type);
}

Value SheetActivation::GroupObject::member(std::uint32_t index) const {
  const Definition& def = owner->sheet_.definition();
  const Group::Member& m = group->members[index];
  if (m.group) return Value::of(&owner->groups_[m.index], &def.groups[m.index].type);
  return owner->field_value(m.index);
}

}  // namespace formcheck::form
