#include "form/activation.h"

#include "form/cell_handle.h"

namespace formcheck::form {
namespace {

using cel::Kind;
using cel::Value;

Value blank_value(const Field& f) {
  if (is_number(f.type)) return Value::null();
  if (f.type == FieldType::choices) return Value::of_span(nullptr, 0);
  return Value::of(std::string_view());
}

Value attribute_value(const Table& t, const Seed* seed, std::size_t i) {
  if (!t.attributes[i].decimal) return Value::of(seed ? std::string_view(seed->text_attributes[i]) : std::string_view());
  return seed && seed->attributes[i] ? Value::of(*seed->attributes[i]) : Value::null();
}

}  // namespace

SheetActivation::SheetActivation(const Sheet& sheet, cel::Arena& arena) : sheet_(sheet), arena_(arena) {
  const Definition& def = sheet.definition();
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
  Value scratch;
  switch (v.kind) {
    case Variable::Kind::field:
      return cell_value(sheet_.cell(v.index), scratch);
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

const Value& SheetActivation::bound(std::uint32_t handle, Value& scratch) const {
  const CellHandle h = CellHandle::of(handle);
  if (h.kind == CellHandle::Kind::scalar) return cell_value(sheet_.cell(h.column), scratch);
  const RowIndex r = h.kind == CellHandle::Kind::row ? row_ : sheet_.row_by_seed(h.table, h.seed);
  return row_member(h.table, r == kNone ? nullptr : &sheet_.row(r), h.column, scratch);
}

// The columns, then the attributes.
const Value& SheetActivation::row_member(std::uint32_t table, const Row* row, std::uint32_t index, Value& scratch) const {
  const Table& t = sheet_.definition().tables[table];
  const auto columns = static_cast<std::uint32_t>(t.columns.size());
  if (index < columns) return row ? cell_value(sheet_.cell(row->first + index), scratch) : scratch = blank_value(t.columns[index]);
  return scratch = attribute_value(t, row && row->seed != kNone ? &t.seeds[row->seed] : nullptr, index - columns);
}

Value SheetActivation::row_value(RowIndex r) const {
  while (rows_.size() <= r) {
    const auto next = static_cast<RowIndex>(rows_.size());
    rows_.emplace(this, sheet_.row(next).table, next);
  }
  return Value::of(&rows_[r], &sheet_.definition().tables[rows_[r].table].row_type);
}

const Value& SheetActivation::cell_value(const Cell& cell, Value& scratch) const {
  if (cell.meaning == Cell::Meaning::unreadable) saw_unreadable_ = true;
  if (cell.field->type != FieldType::choices || cell.blank()) return cell.value;
  const std::string_view text = cell.text.text();
  std::vector<Value>& list = arena_.new_list();
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    if (end > start) list.push_back(Value::of(text.substr(start, end - start)));
    start = end + 1;
  }
  return scratch = Value::of_span(list.data(), list.size());
}

Value SheetActivation::RowObject::member(std::uint32_t index) const {
  const Table& t = owner->sheet_.definition().tables[table];
  const Row* r = row == kNone ? nullptr : &owner->sheet_.row(row);
  const std::size_t read = t.columns.size() + t.attributes.size();
  Value scratch;
  if (index < read) return owner->row_member(table, r, index, scratch);
  const Seed* seed = r && r->seed != kNone ? &t.seeds[r->seed] : nullptr;
  if (index == read) return Value::of(seed ? std::string_view(seed->key) : std::string_view());
  return Value::of(r ? static_cast<std::int64_t>(owner->sheet_.place_of(row)) : std::int64_t{-1});
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
  Value scratch;
  return owner->cell_value(owner->sheet_.cell(m.index), scratch);
}

}  // namespace formcheck::form
