#include "form/dependencies.h"

#include <algorithm>

namespace formcheck::form {
namespace {

template <typename T>
void add_once(std::vector<T>& list, const T& item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

}  // namespace

Dependencies::Dependencies(const Definition& def) : by_field(def.fields.size()), by_cell(def.tables.size()), by_rows(def.tables.size()) {
  for (std::size_t t = 0; t < def.tables.size(); ++t) by_cell[t].resize(def.tables[t].columns.size());
  for (std::uint32_t r = 0; r < def.rules.size(); ++r) {
    const Rule& rule = def.rules[r];
    for (const cel::Read& read : rule.program.reads()) add(def, r, read);
    for (const Argument& arg : rule.args) {
      for (const cel::Read& read : arg.program.reads()) add(def, r, read);
    }
    if (!rule.fix) continue;
    for (const cel::Read& read : rule.fix->to.reads()) add(def, r, read);
  }
}

void Dependencies::add(const Definition& def, std::uint32_t rule, const cel::Read& read) {
  const auto& path = read.path;
  if (read.variable == def.variables.size()) {
    return add_cells(def, rule, def.rules[rule].each, {rule, Scope::same_row, kNone}, path, 0);
  }
  const Variable& v = def.variables[read.variable];
  switch (v.kind) {
    case Variable::Kind::field:
      return add_once(by_field[v.index], rule);
    case Variable::Kind::group:
      return add_group(def, rule, v.index, path, 0);
    case Variable::Kind::table:
      add_once(by_rows[v.index], rule);
      return add_cells(def, rule, v.index, {rule, Scope::all, kNone}, path, 1);
    case Variable::Kind::keyed:
      add_once(by_rows[v.index], rule);
      return add_cells(def, rule, v.index, {rule, path.empty() ? Scope::all : Scope::seed, path.empty() ? kNone : path[0]}, path, 1);
    default:
      return;
  }
}

void Dependencies::add_group(const Definition& def, std::uint32_t rule, std::uint32_t group, const std::vector<std::uint32_t>& path,
                             std::size_t i) {
  const Group& g = def.groups[group];
  for (std::uint32_t m = 0; m < g.members.size(); ++m) {
    if (i < path.size() && path[i] != m) continue;
    if (g.members[m].group) {
      add_group(def, rule, g.members[m].index, path, i + 1);
    } else {
      add_once(by_field[g.members[m].index], rule);
    }
  }
}

void Dependencies::add_cells(const Definition& def, std::uint32_t rule, std::uint32_t table, Reader reader,
                             const std::vector<std::uint32_t>& path, std::size_t i) {
  const Table& t = def.tables[table];
  const auto columns = static_cast<std::uint32_t>(t.columns.size());
  const std::uint32_t index_member = columns + static_cast<std::uint32_t>(t.attributes.size()) + 1;
  if (i >= path.size() || path[i] == index_member) add_once(by_rows[table], rule);
  for (std::uint32_t c = 0; c < columns; ++c) {
    if (i >= path.size() || path[i] == c) add_once(by_cell[table][c], reader);
  }
}

}  // namespace formcheck::form
