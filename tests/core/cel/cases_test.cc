// Expressions and what they give, as data: data/values.json, data/faults.json, data/reads.json.
#include "cel/data.h"
#include "cel/json.h"
#include "cel/test_host.h"

namespace formcheck::cel::test {
namespace {

std::string failure_name(Failure f) {
  constexpr const char* kNames[] = {
      "none",        "null_operand", "overflow",     "divide_by_zero", "no_such_overload",
      "no_such_key", "out_of_range", "bad_argument", "too_many_steps", "unknown_name"};
  return kNames[static_cast<std::size_t>(f)];
}

// "value", or "failure name@column".
std::string outcome(const std::string& expression, const Environment& env, const Form& form) {
  const auto program = compile(expression, env);
  if (!program) return program.error().code + "@" + std::to_string(program.error().column);
  Arena arena;
  const Result r = program->run(form, arena);
  if (r.failure == Failure::none) return to_json(r.value);
  CHECK(!r.detail.empty());
  return "failure " + failure_name(r.failure) + "@" + std::to_string(r.column);
}

std::string path_text(const Read& read, const Environment&,
                      const std::vector<std::pair<std::string, Type>>& variables) {
  const auto& [name, variable_type] = variables[read.variable];
  std::string text = name;
  Type type = variable_type;
  for (const std::uint32_t step : read.path) {
    if (step == Read::kEach) {
      text += "[*]";
      const Type element = *type.element;
      type = element;
    } else {
      text.append(".").append(type.object->members[step].name);
      const Type member = type.object->members[step].type;
      type = member;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("expressions give what they should") {
  const Form form;
  const Json groups = load("values.json");
  for (const auto& [group, cases] : groups.items()) {
    for (const auto& [expression, wanted] : cases.items()) {
      INFO(group << ": " << expression);
      CHECK(outcome(expression, form.env, form) == wanted.get<std::string>());
    }
  }
}

TEST_CASE("faults are found at load, with code, column and arguments") {
  const Form form;
  const Json groups = load("faults.json");
  for (const auto& [group, cases] : groups.items()) {
    for (const auto& [expression, wanted] : cases.items()) {
      INFO(group << ": " << expression);
      const auto program = compile(expression, form.env);
      REQUIRE_FALSE(program);
      CHECK(program.error().code == wanted["code"].get<std::string>());
      CHECK(program.error().column == wanted["column"].get<std::size_t>());
      Json args = Json::object();
      for (const auto& [name, value] : program.error().args) args[name] = value;
      CHECK(args == wanted.value("args", Json::object()));
    }
  }
}

TEST_CASE("reads are found statically") {
  const Form form;
  ObjectType inner{"inner",
                   {{"x", Type::of(Kind::decimal)}, {"names", Type::list_of(Type::of(Kind::string))}}};
  ObjectType row{
      "row",
      {{"a", Type::of(Kind::decimal)}, {"b", Type::of(Kind::decimal)}, {"in", Type::of_object(&inner)}}};
  row.members[2].name = "inner";
  ObjectType group{"group", {{"rows", Type::list_of(Type::of_object(&row))}, {"n", Type::of(Kind::decimal)}}};
  const std::vector<std::pair<std::string, Type>> variables = {
      {"group", Type::of_object(&group)},
      {"rows", Type::list_of(Type::of_object(&row))},
      {"row", Type::of_object(&row)},
      {"title", Type::of(Kind::string)},
      {"table", Type::map_of(Type::of(Kind::string), Type::of_object(&row))},
      {"any", Type::of(Kind::dyn)},
      {"n", Type::of(Kind::integer)},
  };
  Environment env;
  for (const auto& [name, type] : variables) env.declare(name, type);
  const Json cases = load("reads.json");
  for (const auto& [expression, wanted] : cases.items()) {
    INFO(expression);
    const auto program = compile(expression, env);
    if (!program) FAIL_CHECK(program.error().code << " at " << program.error().column);
    if (!program) continue;
    Json reads = Json::array();
    for (const Read& read : program->reads()) reads.push_back(path_text(read, env, variables));
    CHECK(reads == wanted);
  }
}

}  // namespace formcheck::cel::test
