// What rules see: a variable for every field, group, table and keyed table, `year`, and in each-rules `row`.
#include "form/handles.h"
#include "form/load/functions.h"
#include "form/load/parts.h"

namespace formcheck::form {
namespace {

cel::Type type_of(const Field& f) {
  if (is_number(f.type)) return cel::Type::of(cel::Kind::decimal);
  if (f.type == FieldType::choices) return cel::Type::list_of(cel::Type::of(cel::Kind::string));
  return cel::Type::of(cel::Kind::string);
}

std::uint32_t group_named(Definition& def, std::uint32_t parent, std::string_view name, Source& source) {
  if (parent == kNone) {
    for (const Variable& v : def.variables) {
      if (v.kind == Variable::Kind::group && def.groups[v.index].type.name == name) return v.index;
      if (v.kind == Variable::Kind::field && def.fields[v.index].id == name) {
        source.fail("definition.duplicateId", "", {{"id", name}});
      }
    }
  } else {
    for (const Group::Member& m : def.groups[parent].members) {
      if (m.group && def.groups[m.index].type.name == name) return m.index;
    }
  }
  const auto index = static_cast<std::uint32_t>(def.groups.size());
  def.groups.add().type.name = name;
  if (parent == kNone) {
    def.variables.push_back({Variable::Kind::group, index});
  } else {
    def.groups[parent].members.push_back({true, index});
    def.groups[parent].type.members.push_back(
        {name.substr(name.rfind('.') + 1), cel::Type::of_object(&def.groups[index].type)});
  }
  return index;
}

void place_field(Definition& def, std::uint32_t slot, Source& source) {
  const Field& f = def.fields[slot];
  std::uint32_t group = kNone;
  std::size_t start = 0;
  for (std::size_t dot = f.id.find('.'); dot != std::string_view::npos; dot = f.id.find('.', start)) {
    group = group_named(def, group, f.id.substr(0, dot), source);
    start = dot + 1;
  }
  if (group == kNone) {
    def.variables.push_back({Variable::Kind::field, slot});
  } else {
    def.groups[group].members.push_back({false, slot});
    def.groups[group].type.members.push_back({f.id.substr(start), type_of(f)});
  }
}

void build_row_type(Definition& def, Table& t) {
  t.row_type.name = def.texts.keep(std::string(t.id) + ".row");
  for (const Field& c : t.columns) t.row_type.members.push_back({c.id, type_of(c)});
  for (const Attribute& a : t.attributes) {
    t.row_type.members.push_back({a.id, cel::Type::of(a.decimal ? cel::Kind::decimal : cel::Kind::string)});
  }
  t.row_type.members.push_back({"key", cel::Type::of(cel::Kind::string)});
  t.row_type.members.push_back({"index", cel::Type::of(cel::Kind::integer)});
  t.keyed_type.name = t.keyed_as;
  for (const Seed& s : t.seeds) t.keyed_type.members.push_back({s.key, cel::Type::of_object(&t.row_type)});
}

}  // namespace

void build_variables(Definition& def, Source& source) {
  for (std::uint32_t slot = 0; slot < def.fields.size(); ++slot) place_field(def, slot, source);
  for (std::uint32_t i = 0; i < def.tables.size(); ++i) {
    build_row_type(def, def.tables[i]);
    def.variables.push_back({Variable::Kind::table, i});
    if (!def.tables[i].keyed_as.empty()) def.variables.push_back({Variable::Kind::keyed, i});
  }
  def.variables.push_back({Variable::Kind::year, 0});
}

namespace {

// Where a path leads, if it leads to a cell or an attribute. The variable after the definition's own is `row`.
std::uint32_t handle_of(const void* host, std::uint32_t each, std::uint32_t variable, const std::uint32_t* members, std::size_t count) {
  constexpr std::uint32_t kUnbound = cel::Environment::kUnbound;
  const Definition& def = *static_cast<const Definition*>(host);
  std::uint32_t handle = kUnbound;
  if (variable == def.variables.size()) {
    if (count == 1) handle = cel::Activation::kOfRecord + members[0];
  } else if (const Variable& v = def.variables[variable]; v.kind == Variable::Kind::field) {
    if (count == 0) handle = v.index;
  } else if (v.kind == Variable::Kind::keyed) {
    if (count == 2 && members[1] < def.tables[v.index].columns.size()) handle = seeded_handle(def, v.index, members[0]) + members[1];
  } else if (v.kind == Variable::Kind::group) {
    Group::Member at{true, v.index};
    for (std::size_t i = 0; i < count && at.group; ++i) at = def.groups[at.index].members[members[i]];
    if (!at.group) handle = at.index;
  }
  return is_handle(def, each, handle) ? handle : kUnbound;
}

}  // namespace

cel::Environment make_environment(const Definition& def, std::uint32_t each) {
  cel::Environment env;
  for (const Variable& v : def.variables) {
    switch (v.kind) {
      case Variable::Kind::field:
        env.declare(std::string(def.fields[v.index].id), type_of(def.fields[v.index]));
        break;
      case Variable::Kind::group:
        env.declare(std::string(def.groups[v.index].type.name), cel::Type::of_object(&def.groups[v.index].type));
        break;
      case Variable::Kind::table:
        env.declare(std::string(def.tables[v.index].id), cel::Type::list_of(cel::Type::of_object(&def.tables[v.index].row_type)));
        break;
      case Variable::Kind::keyed:
        env.declare(std::string(def.tables[v.index].keyed_as), cel::Type::of_object(&def.tables[v.index].keyed_type));
        break;
      case Variable::Kind::year:
        env.declare("year", cel::Type::of(cel::Kind::integer));
        break;
      case Variable::Kind::row:
        break;
    }
  }
  if (each != kNone) env.declare("row", cel::Type::of_object(&def.tables[each].row_type));
  add_functions(env);
  env.require_constant_patterns();
  env.set_binding(handle_of, &def, each);
  return env;
}

}  // namespace formcheck::form
