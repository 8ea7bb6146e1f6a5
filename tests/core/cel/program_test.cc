// Programs as objects: what they keep, what they give, how they meet their host.
#include <catch2/catch.hpp>

#include "cel/json.h"
#include "cel/json_data.h"
#include "cel/test_host.h"
#include "json/read.h"

namespace formcheck::cel::test {
namespace {

std::string evaluate(const std::string& expression, const char* data) {
  Environment env;
  env.set_unchecked(true);
  const auto program = compile(expression, env);
  if (!program) return program.error().code;
  const json::Document document = json::read(data, {1u << 20, 10'000, 1000});
  const JsonActivation activation(document.root);
  Arena arena;
  const Result r = program->run(activation, arena);
  return r.failure == Failure::none ? to_json(r.value)
                                    : std::string(r.detail) + "@" + std::to_string(r.column);
}

}  // namespace

TEST_CASE("a program outlives its environment and its source") {
  const Form form;
  std::optional<Program> program;
  {
    Environment env;
    env.declare("x", Type::of(Kind::string));
    env.add(
        {"shout", true, {Type::of(Kind::string)}, Type::of(Kind::string), [](const Value* a, Arena& arena) {
           std::string& out = arena.new_string();
           out = std::string(a[0].string) + "!";
           return Value::of(std::string_view(out));
         }});
    std::string source = "x.shout() + 'a\\u0062' + ['c'][0]";
    program = std::move(*compile(source, env));
    source.assign(source.size(), '#');
  }
  struct One final : Activation {
    Value variable(std::uint32_t) const override { return Value::of(std::string_view("x")); }
  } one;
  Arena arena;
  CHECK(to_json(program->run(one, arena).value) == "\"x!abc\"");
  const Program moved = std::move(*program);
  program.reset();
  CHECK(to_json(moved.run(one, arena).value) == "\"x!abc\"");
}

TEST_CASE("types of programs") {
  const Form form;
  const auto kind = [&](const char* expression) { return compile(expression, form.env)->type().kind; };
  CHECK(kind("patents.invention <= patents.total") == Kind::boolean);
  CHECK(kind("patents.total + 1") == Kind::decimal);
  CHECK(kind("1 + 1") == Kind::integer);
  CHECK(kind("1.5 + 1.5") == Kind::real);
  CHECK(kind("true ? patents.total : null") == Kind::decimal);
  CHECK(kind("full.map(c, c.share).sum()") == Kind::decimal);
  CHECK(kind("full.map(c, c.product)") == Kind::list);
  CHECK(kind("[1, 'a'][0]") == Kind::dyn);
  CHECK(kind("any") == Kind::dyn);
  CHECK(kind("{'a': 1}") == Kind::map);
  CHECK(kind("null") == Kind::null);
}

TEST_CASE("an arena gives the same answers after reset") {
  const Form form;
  const auto program = compile("full.map(c, c.product + '!').map(s, s + '?')", form.env);
  Arena arena;
  for (int i = 0; i < 100; ++i) {
    arena.reset();
    CHECK(to_json(program->run(form, arena).value) == "[\"甲!?\",\"乙!?\"]");
  }
  for (int i = 0; i < 1000; ++i) CHECK(to_json(program->run(form, arena).value) == "[\"甲!?\",\"乙!?\"]");
}

TEST_CASE("a value of another kind than declared is a failure, never a crash") {
  const Form form;
  struct Wrong final : Activation {
    Value value;
    Value variable(std::uint32_t) const override { return value; }
  } wrong;
  const Value kinds[] = {Value::null(),
                         Value::of(true),
                         Value::of(std::int64_t{1}),
                         Value::of(1.5),
                         Value::of(std::string_view("s")),
                         Value::of_span(nullptr, 0)};
  for (const char* expression :
       {"patents.total > 1", "full.all(c, c.share > 1)", "title.startsWith('x')", "twice(blank) > 1",
        "methods.map(m, m + 'x').size() > 9", "row.current + 1 > 2", "title.matches('x') && year > 1",
        "full[0].share > 1", "full.map(c, c.share).sum() > 1", "has(patents.total)"}) {
    const auto program = compile(expression, form.env);
    REQUIRE(program);
    for (const Value& v : kinds) {
      wrong.value = v;
      Arena arena;
      const Result r = program->run(wrong, arena);
      CHECK((r.failure != Failure::none || r.value.kind == Kind::boolean));
    }
  }
}

TEST_CASE("a record of another type than declared is a failure, never a wrong member") {
  const Record other("other", {{"only", Type::of(Kind::string)}}, {"x"});
  struct Wrong final : Activation {
    explicit Wrong(const Record& r) : record(r) {}
    Value variable(std::uint32_t) const override { return Value::of(&record, &record.type()); }
    const Record& record;
  } const wrong(other);
  const Form form;
  Arena arena;
  CHECK(compile("patents.utility", form.env)->run(wrong, arena).failure == Failure::no_such_overload);

  ObjectType wanted{"wanted", {{"a", Type::of(Kind::string)}, {"b", Type::of(Kind::string)}}};
  Environment env;
  env.declare("x", Type::of(Kind::dyn));
  env.add({"second", false, {Type::of_object(&wanted)}, Type::of(Kind::string), [](const Value* a, Arena&) {
             return a[0].object.host->member(1);
           }});
  CHECK(compile("second(x)", env)->run(wrong, arena).failure == Failure::no_such_overload);
  CHECK(to_json(compile("x.only", env)->run(wrong, arena).value) == "\"x\"");
  CHECK(compile("x.b", env)->run(wrong, arena).failure == Failure::no_such_key);
}

TEST_CASE("the sum of nothing has the kind of its elements") {
  const Form form;
  Arena arena;
  CHECK(compile("none.map(c, c.share).sum()", form.env)->run(form, arena).value.kind == Kind::decimal);
  CHECK(compile("[1.5].filter(x, false).sum()", form.env)->run(form, arena).value.kind == Kind::real);
  CHECK(compile("[].sum()", form.env)->run(form, arena).value.kind == Kind::integer);
}

TEST_CASE("JSON data, unchecked") {
  const char* data =
      R"({"a": {"b": [1, 2.5, "x", null, true]}, "n": 9007199254740993, "big": 18446744073709551615, "名": "值"})";
  CHECK(evaluate("a.b", data) == R"([1,2.5,"x",null,true])");
  CHECK(evaluate("a", data) == R"({"b":[1,2.5,"x",null,true]})");
  CHECK(evaluate("a.b[0] + 1", data) == "2");
  CHECK(evaluate("n + 1", data) == "9007199254740994");
  CHECK(evaluate("big", data) == "18446744073709552000.0");
  CHECK(evaluate("a.b.filter(x, x == null).size()", data) == "1");
  CHECK(evaluate("a.c", data) == "no such key@3");
  CHECK(evaluate("c", data) == "unknown variable@1");
  CHECK(evaluate("1 + c", data) == "unknown variable@5");
  CHECK(evaluate("has(a.b) && !has(a.c)", data) == "true");
  CHECK(evaluate("nope(1)", data) == "unknown function@1");
  CHECK(evaluate("1 +", data) == "cel.syntax");
  CHECK(evaluate("a.b[3] + 1", data) == "an operand is null@8");
  CHECK(evaluate("decimal('0.1') + decimal('0.2')", data) == "0.3");
  CHECK(evaluate("decimal('0.1') + 0.2", data) == "0.3");
  CHECK(evaluate("decimal('0.1') + a.b[1]", data) == "no such overload@16");
  CHECK(evaluate("1", "[]") == "1");
  CHECK(evaluate("x", "nonsense") == "unknown variable@1");
}

TEST_CASE("deep JSON data is cut, not followed") {
  const std::string deep = "{\"a\":" + std::string(500, '[') + std::string(500, ']') + "}";
  CHECK(evaluate("size(a)", deep.c_str()) == "1");
}

TEST_CASE("deep values are cut in JSON text") {
  const std::string data = "{\"a\":" + std::string(60, '[') + std::string(60, ']') + "}";
  const std::string text = evaluate(std::string(30, '[') + "a" + std::string(30, ']'), data.c_str());
  CHECK(text == std::string(65, '[') + "null" + std::string(65, ']'));
}

TEST_CASE("values as JSON text") {
  CHECK(evaluate(R"('"\\/\u0000\u001f\n\u2028')", "{}") == "\"\\\"\\\\/\\u0000\\u001f\\n\xE2\x80\xA8\"");
  CHECK(evaluate("[1.0, -0.0, 0.1, 1e23, 1e-7, 123456789012.5]", "{}") ==
        "[1.0,-0.0,0.1,1e+23,1e-7,123456789012.5]");
  CHECK(evaluate("[0.0/0.0, 1.0/0.0, -1.0/0.0]", "{}") == R"(["NaN","Infinity","-Infinity"])");
  CHECK(evaluate("{1: 2, true: 3, 'k': {}}", "{}") == R"({"1":2,"true":3,"k":{}})");
  CHECK(evaluate("[-9223372036854775808, 9223372036854775807]", "{}") ==
        "[-9223372036854775808,9223372036854775807]");
  const Form form;
  Arena arena;
  CHECK(to_json(compile("full[0]", form.env)->run(form, arena).value) ==
        R"({"product":"甲","share":12.5,"since":2001})");
}

}  // namespace formcheck::cel::test
