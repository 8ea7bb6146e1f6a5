// rules.json and the messages: what is checked, how grave it is, on what it rests, and what is said.
#include <algorithm>

#include "form/constraints.h"
#include "form/load/parts.h"
#include "text/words.h"

namespace formcheck::form {
namespace {

Ground load_ground(const Node& node, const Definition& def) {
  Ground g;
  g.severity = static_cast<Severity>(node.one_of("severity", "error warning advice"));
  g.basis = static_cast<Basis>(node.one_of("basis", "notice form standard practice"));
  g.acknowledgeable = g.severity != Severity::error || node.flag("acknowledgeable");
  g.clause = node.text_or("clause");
  if (!g.clause.empty() && def.clause(g.clause) == nullptr) {
    node.at("clause").fail("definition.unknownClause", {{"value", g.clause}});
  }
  if (g.severity == Severity::error && g.basis == Basis::practice) node.fail("definition.errorOnPractice");
  if (g.severity == Severity::error && g.clause.empty()) node.fail("definition.errorWithoutClause");
  return g;
}

std::uint32_t member(const cel::ObjectType& type, std::string_view name) {
  for (std::uint32_t i = 0; i < type.members.size(); ++i) {
    if (type.members[i].name == name) return i;
  }
  return kNone;
}

std::uint32_t column_of(const Table& t, std::string_view id) {
  for (std::uint32_t i = 0; i < t.columns.size(); ++i) {
    if (t.columns[i].id == id) return i;
  }
  return kNone;
}

std::optional<Target> find_target(std::string_view path, const Definition& def, std::uint32_t each) {
  Target t;
  if ((t.field = def.field_index(path)) != kNone) return t;
  if ((t.table = def.table_index(path)) != kNone) {
    t.kind = Target::Kind::table;
    return t;
  }
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) return {};
  const std::string_view head = path.substr(0, dot), rest = path.substr(dot + 1);
  if (head == "row" && each != kNone) {
    t.kind = Target::Kind::row, t.table = each, t.column = column_of(def.tables[each], rest);
  } else if ((t.table = def.table_index(head)) != kNone) {
    t.kind = Target::Kind::column, t.column = column_of(def.tables[t.table], rest);
  } else {
    const std::size_t second = rest.find('.');
    if (second == std::string_view::npos) return {};
    for (std::uint32_t i = 0; i < def.tables.size(); ++i) {
      if (def.tables[i].keyed_as != head) continue;
      t.kind = Target::Kind::keyed, t.table = i, t.seed = member(def.tables[i].keyed_type, rest.substr(0, second));
      t.column = column_of(def.tables[i], rest.substr(second + 1));
      if (t.seed == kNone) return {};
    }
  }
  if (t.column == kNone) return {};
  return t;
}

class RuleLoader {
 public:
  RuleLoader(Source& source, const Definition& def) : source_(source), def_(def) {
    for (std::uint32_t i = 0; i <= def.tables.size(); ++i) environments_.push_back(make_environment(def, i == 0 ? kNone : i - 1));
  }

  std::optional<cel::Program> compile(std::string_view expression, std::string_view id, std::uint32_t each) {
    auto program = cel::compile(expression, environments_[each == kNone ? 0 : each + 1]);
    if (program) return std::move(*program);
    source_.fail(program.error().code, id, std::move(program.error().args), program.error().column);
    return {};
  }

  std::optional<cel::Program> condition(std::string_view expression, std::string_view id, std::uint32_t each) {
    auto program = compile(expression, id, each);
    if (!program || program->type().kind == cel::Kind::boolean) return program;
    source_.fail("definition.notBoolean", id, {}, 1);
    return {};
  }

  // It may read its own table and nothing else, so that it is known when it changes.
  void load_derived(const Node& node, std::uint32_t table, Table& t) {
    node.only("id at label unit signed rows value");
    (void)node.text_or("label"), (void)node.text_or("unit"), (void)node.flag("signed");
    Derived derived;
    derived.id = node.text("id");
    if (std::any_of(t.derived.begin(), t.derived.end(), [&](const Derived& d) { return d.id == derived.id; })) {
      return node.fail("definition.duplicateId", {{"id", derived.id}});
    }
    derived.column = column_of(t, node.text("at"));
    if (derived.column == kNone) return node.at("at").fail("definition.unknownColumn", {{"value", node.text("at")}});
    for (const std::string_view key : node.texts("rows")) {
      derived.seeds.resize(t.seeds.size());
      const std::uint32_t seed = member(t.keyed_type, key);
      if (seed == kNone) return node.at("rows").fail("definition.unknownValue", {{"value", key}, {"expected", "key"}});
      derived.seeds[seed] = true;
    }
    const std::string_view place = derived.id;
    auto program = compile(node.text("value"), place, table);
    if (!program) return;
    if (program->type().kind != cel::Kind::string) return node.at("value").fail("definition.notText");
    for (const cel::Read& read : program->reads()) {
      if (read.variable == def_.variables.size()) continue;
      const Variable& v = def_.variables[read.variable];
      const bool own = (v.kind == Variable::Kind::table || v.kind == Variable::Kind::keyed) && v.index == table;
      if (!own && v.kind != Variable::Kind::year) return node.at("value").fail("definition.derivedReads");
    }
    for (const cel::Read& read : program->reads()) add_sources(read, t, derived.sources);
    derived.value = std::move(*program);
    t.derived.push_back(std::move(derived));
  }

  void load(const Node& node, Definition& def) {
    node.only("id rule each at severity basis clause acknowledgeable args fix");
    const std::string_view id = node.text("id");
    if (std::any_of(def.rules.begin(), def.rules.end(), [&](const Rule& r) { return r.id == id; })) {
      return node.fail("definition.duplicateId", {{"id", id}});
    }
    const std::string_view source = node.text("rule");
    std::uint32_t each = kNone;
    if (node.has("each")) {
      each = def.table_index(node.text("each"));
      if (each == kNone) return node.at("each").fail("definition.unknownField", {{"value", node.text("each")}});
    }
    auto program = condition(source, id, each);
    if (!program) return;
    Rule rule{id, source, load_ground(node, def), each, std::move(*program), {}, {}, {}};
    for (std::string_view path : node.texts("at")) {
      const auto target = find_target(path, def, each);
      if (!target) return source_.fail("definition.unknownField", id, {{"value", path}});
      rule.at.push_back(*target);
    }
    if (rule.at.empty()) return node.fail("definition.missingKey", {{"key", "at"}});
    for (const Node& expression : node.members("args")) {
      auto arg = compile(expression.as_text(), id, each);
      if (!arg) return;
      rule.args.push_back({expression.key(), std::move(*arg)});
    }
    if (node.has("fix")) {
      const Node fix = node.at("fix");
      fix.only("set to");
      const auto target = find_target(fix.text("set"), def, each);
      if (!target || target->kind == Target::Kind::table || target->kind == Target::Kind::column) {
        return source_.fail("definition.unknownField", id, {{"value", fix.text("set")}});
      }
      auto to = compile(fix.text("to"), id, each);
      if (!to) return;
      rule.fix = Fix{*target, std::move(*to), {}};
    }
    def.rules.add(std::move(rule));
  }

 private:
  void add_sources(const cel::Read& read, const Table& t, std::vector<Derived::Source>& out) const {
    using Scope = Dependencies::Scope;
    Derived::Source from{kNone, Scope::same_row, kNone};
    std::size_t column = 0;  // where in the path it stands
    if (read.variable != def_.variables.size()) {
      const Variable& v = def_.variables[read.variable];
      if (v.kind == Variable::Kind::year) return;
      column = 1;
      from.scope = Scope::all;
      if (v.kind == Variable::Kind::keyed && !read.path.empty()) from.scope = Scope::seed, from.seed = read.path[0];
    }
    for (from.column = 0; from.column < t.columns.size(); ++from.column) {
      if (column >= read.path.size() || read.path[column] == from.column) out.push_back(from);
    }
  }

  Source& source_;
  const Definition& def_;
  std::vector<cel::Environment> environments_;
};

}  // namespace

void load_derived(const Node& parent, Definition& def) {
  for (const Node& item : parent.items(parent.has("sections") ? "sections" : "items")) {
    load_derived(item, def);
    if (!item.has("derived")) continue;
    const std::uint32_t t = def.table_index(item.text("id"));
    RuleLoader loader(item.source(), def);
    for (const Node& node : item.items("derived")) loader.load_derived(node, t, def.tables[t]);
  }
}

void load_checks(const Node& rules, Definition& def) {
  for (const Node& node : rules.members("checks")) {
    node.only("severity basis clause acknowledgeable");
    def.checks.add({node.key(), load_ground(node, def)});
  }
}

void load_rules(const Node& rules, Definition& def) {
  RuleLoader loader(rules.source(), def);
  for (const Node& node : rules.items("rules")) loader.load(node, def);
}

void load_requirements(Source& form, Definition& def) {
  RuleLoader loader(form, def);
  const auto load = [&](const Field& field, std::uint32_t table, std::uint32_t index) {
    if (field.required_when.empty()) return;
    if (auto when = loader.condition(field.required_when, field.id, table)) def.requirements.add({table, index, std::move(*when)});
  };
  for (std::uint32_t i = 0; i < def.fields.size(); ++i) load(def.fields[i], kNone, i);
  for (std::uint32_t t = 0; t < def.tables.size(); ++t) {
    for (std::uint32_t c = 0; c < def.tables[t].columns.size(); ++c) load(def.tables[t].columns[c], t, c);
  }
}

void load_messages(const Node& messages, Definition& def) {
  messages.only("rules checks");
  for (Rule& rule : def.rules) {
    const Node all = messages.at("rules");
    if (!all.has(rule.id)) return all.fail("definition.missingMessage", {{"id", rule.id}});
    const Node node = all.at(rule.id);
    node.only("message fix why");
    rule.ground.message = node.text("message");
    if (rule.fix) rule.fix->label = node.text("fix");
  }
  for (Check& check : def.checks) {
    const Node all = messages.at("checks");
    if (!all.has(check.code)) return all.fail("definition.missingMessage", {{"id", check.code}});
    const Node node = all.at(check.code);
    node.only("message fix why");
    check.ground.message = node.text("message");
  }
  for (const Node& node : messages.members("rules")) {
    if (std::none_of(def.rules.begin(), def.rules.end(), [&](const Rule& r) { return r.id == node.key(); })) {
      node.fail("definition.unknownRule", {{"value", node.key()}});
    }
  }
}

void require_checks(Source& rules, const Definition& def) {
  const std::string known = check_codes();
  for (std::string_view rest = known; !rest.empty();) {
    const std::string_view code = text::take_word(rest);
    if (def.check_index(code) == kNone) rules.fail("definition.missingCheck", "/checks", {{"id", code}});
  }
  for (const Check& check : def.checks) {
    if (text::find_word(known, check.code) != std::string_view::npos) continue;
    rules.fail("definition.unknownCheck", std::string("/checks/").append(check.code), {{"value", check.code}});
  }
}

}  // namespace formcheck::form
