// rules.json and the messages: what is checked, how grave it is, on what it rests, and what is said.
#include <algorithm>

#include "form/load_parts.h"

namespace formcheck::form {
namespace {

Ground load_ground(const Node& node, const Definition& def) {
  Ground g;
  g.severity = static_cast<Severity>(node.one_of("severity", {"error", "warning", "advice"}));
  g.basis = static_cast<Basis>(node.one_of("basis", {"notice", "form", "standard", "practice"}));
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

std::optional<Target> find_target(const std::string& path, const Definition& def, std::uint32_t each) {
  Target t;
  if ((t.field = def.field_index(path)) != kNone) return t;
  if ((t.table = def.table_index(path)) != kNone) {
    t.kind = Target::Kind::table;
    return t;
  }
  const std::size_t dot = path.find('.');
  if (dot == std::string::npos) return {};
  const std::string head = path.substr(0, dot), rest = path.substr(dot + 1);
  if (head == "row" && each != kNone) {
    t.kind = Target::Kind::row, t.table = each, t.column = column_of(def.tables[each], rest);
  } else if ((t.table = def.table_index(head)) != kNone) {
    t.kind = Target::Kind::column, t.column = column_of(def.tables[t.table], rest);
  } else {
    const std::size_t second = rest.find('.');
    if (second == std::string::npos) return {};
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

  std::optional<cel::Program> compile(const std::string& expression, const std::string& id, std::uint32_t each) {
    auto program = cel::compile(expression, environments_[each == kNone ? 0 : each + 1]);
    if (program) return std::move(*program);
    source_.fail(program.error().code, id, std::move(program.error().args), program.error().column);
    return {};
  }

  void load(const Node& node, Definition& def) {
    node.only({"id", "rule", "each", "at", "severity", "basis", "clause", "acknowledgeable", "args", "fix"});
    const std::string id = node.text("id");
    if (std::any_of(def.rules.begin(), def.rules.end(), [&](const Rule& r) { return r.id == id; })) {
      return node.fail("definition.duplicateId", {{"id", id}});
    }
    const std::string source = node.text("rule");
    std::uint32_t each = kNone;
    if (node.has("each")) {
      each = def.table_index(node.text("each"));
      if (each == kNone) return node.at("each").fail("definition.unknownField", {{"value", node.text("each")}});
    }
    auto program = compile(source, id, each);
    if (!program) return;
    if (program->type().kind != cel::Kind::boolean) return source_.fail("definition.notBoolean", id, {}, 1);
    Rule rule{id, source, load_ground(node, def), each, std::move(*program), {}, {}, {}};
    for (const std::string& path : node.texts("at")) {
      const auto target = find_target(path, def, each);
      if (!target) return source_.fail("definition.unknownField", id, {{"value", path}});
      rule.at.push_back(*target);
    }
    if (rule.at.empty()) return node.fail("definition.missingKey", {{"key", "at"}});
    for (const auto& [name, expression] : node.members("args")) {
      auto arg = compile(expression.as_text(), id, each);
      if (!arg) return;
      rule.args.push_back({name, std::move(*arg)});
    }
    if (node.has("fix")) {
      const Node fix = node.at("fix");
      fix.only({"set", "to"});
      const auto target = find_target(fix.text("set"), def, each);
      if (!target || target->kind == Target::Kind::table || target->kind == Target::Kind::column) {
        return source_.fail("definition.unknownField", id, {{"value", fix.text("set")}});
      }
      auto to = compile(fix.text("to"), id, each);
      if (!to) return;
      rule.fix = Fix{*target, std::move(*to), {}};
    }
    def.rules.push_back(std::move(rule));
  }

 private:
  Source& source_;
  const Definition& def_;
  std::vector<cel::Environment> environments_;
};

}  // namespace

void load_checks(const Node& rules, Definition& def) {
  for (const auto& [code, node] : rules.members("checks")) {
    node.only({"severity", "basis", "clause", "acknowledgeable"});
    def.checks.push_back({code, load_ground(node, def)});
  }
}

void load_rules(const Node& rules, Definition& def) {
  RuleLoader loader(rules.source(), def);
  for (const Node& node : rules.items("rules")) loader.load(node, def);
}

void load_messages(const Node& messages, Definition& def) {
  messages.only({"rules", "checks"});
  const Json empty = Json::object();
  for (Rule& rule : def.rules) {
    const Node all = messages.at("rules");
    if (!all.has(rule.id)) return all.fail("definition.missingMessage", {{"id", rule.id}});
    const Node node = all.at(rule.id);
    node.only({"message", "fix", "why"});
    rule.ground.message = node.text("message");
    if (rule.fix) rule.fix->label = node.text("fix");
  }
  for (Check& check : def.checks) {
    const Node all = messages.at("checks");
    if (!all.has(check.code)) return all.fail("definition.missingMessage", {{"id", check.code}});
    const Node node = all.at(check.code);
    node.only({"message", "fix", "why"});
    check.ground.message = node.text("message");
  }
  for (const auto& [id, node] : messages.members("rules")) {
    if (std::none_of(def.rules.begin(), def.rules.end(), [&, &name = id](const Rule& r) { return r.id == name; })) {
      node.fail("definition.unknownRule", {{"value", id}});
    }
  }
}

void require_checks(Source& rules, const Definition& def) {
  constexpr std::string_view kBuiltIn[] = {"number.unreadable", "number.notInteger", "number.belowMin", "number.aboveMax",
                                           "choice.unknown",    "choices.exclusive", "limit.over",      "limit.short",
                                           "limit.long",        "text.control"};
  std::vector<std::string_view> known(std::begin(kBuiltIn), std::end(kBuiltIn));
  for (const formats::Format& format : formats::all()) known.insert(known.end(), format.codes.begin(), format.codes.end());
  for (const std::string_view code : known) {
    if (def.check_index(code) == kNone) rules.fail("definition.missingCheck", "/checks", {{"id", std::string(code)}});
  }
  for (const Check& check : def.checks) {
    if (std::find(known.begin(), known.end(), check.code) == known.end()) {
      rules.fail("definition.unknownCheck", "/checks/" + check.code, {{"value", check.code}});
    }
  }
}

}  // namespace formcheck::form
