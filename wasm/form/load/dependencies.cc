// What each rule reads, turned round: what must run again when something changes.
#include <algorithm>

#include "form/load/parts.h"

namespace formcheck::form {
namespace {

template <typename T>
void add_once(std::vector<T>& list, const T& item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

using Path = std::vector<std::uint32_t>;
using Scope = Dependencies::Scope;

class Turning {
 public:
  Turning(const Definition& def, Dependencies& out) : def_(def), out_(out) {}

  // `each`: the table of `row`, or kNone.
  void add(std::uint32_t rule, std::uint32_t each, const cel::Program& program) {
    for (const cel::Read& read : program.reads()) add(rule, each, read);
  }

 private:
  void add(std::uint32_t rule, std::uint32_t each, const cel::Read& read) {
    const Path& path = read.path;
    if (read.variable == def_.variables.size()) {
      return add_cells(rule, each, {rule, Scope::same_row, kNone}, path, 0);
    }
    const Variable& v = def_.variables[read.variable];
    switch (v.kind) {
      case Variable::Kind::field:
        return add_once(out_.by_field[v.index], rule);
      case Variable::Kind::group:
        return add_group(rule, v.index, path, 0);
      case Variable::Kind::table:
        add_once(out_.by_rows[v.index], rule);
        return add_cells(rule, v.index, {rule, Scope::all, kNone}, path, 1);
      case Variable::Kind::keyed:
        add_once(out_.by_rows[v.index], rule);
        return add_cells(rule, v.index,
                         {rule, path.empty() ? Scope::all : Scope::seed, path.empty() ? kNone : path[0]},
                         path, 1);
      default:
        return;
    }
  }

  void add_group(std::uint32_t rule, std::uint32_t group, const Path& path, std::size_t i) {
    const Group& g = def_.groups[group];
    for (std::uint32_t m = 0; m < g.members.size(); ++m) {
      if (i < path.size() && path[i] != m) continue;
      if (g.members[m].group) {
        add_group(rule, g.members[m].index, path, i + 1);
      } else {
        add_once(out_.by_field[g.members[m].index], rule);
      }
    }
  }

  void add_cells(std::uint32_t rule, std::uint32_t table, Dependencies::Reader reader, const Path& path,
                 std::size_t i) {
    const Table& t = def_.tables[table];
    const auto columns = static_cast<std::uint32_t>(t.columns.size());
    const std::uint32_t index_member = columns + static_cast<std::uint32_t>(t.attributes.size()) + 1;
    if (i >= path.size() || path[i] == index_member) add_once(out_.by_rows[table], rule);
    for (std::uint32_t c = 0; c < columns; ++c) {
      if (i >= path.size() || path[i] == c) add_once(out_.by_cell[table][c], reader);
    }
  }

  const Definition& def_;
  Dependencies& out_;
};

}  // namespace

void find_dependencies(Definition& def) {
  Dependencies& out = def.dependencies;
  out.by_field.resize(def.fields.size()), out.by_cell.resize(def.tables.size()),
      out.by_rows.resize(def.tables.size());
  for (std::size_t t = 0; t < def.tables.size(); ++t) out.by_cell[t].resize(def.tables[t].columns.size());
  Turning turning(def, out);
  for (std::uint32_t r = 0; r < def.rules.size(); ++r) {
    const Rule& rule = def.rules[r];
    turning.add(r, rule.each, rule.program);
    for (const Argument& arg : rule.args) turning.add(r, rule.each, arg.program);
    if (rule.fix) turning.add(r, rule.each, rule.fix->to);
  }
  auto number = static_cast<std::uint32_t>(def.rules.size());
  for (const Requirement& requirement : def.requirements)
    turning.add(number++, requirement.table, requirement.when);
}

}  // namespace formcheck::form
