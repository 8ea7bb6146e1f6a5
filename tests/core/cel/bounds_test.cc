// Limits: every rule is small, every run is short, whatever is written.
#include "cel/bounds.h"

#include <catch2/catch.hpp>

#include "cel/test_host.h"

namespace formcheck::cel::test {
namespace {

std::string repeated(const std::string& s, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += s;
  return out;
}

std::string fault(const std::string& expression, const Environment& env) {
  const auto program = compile(expression, env);
  return program ? "" : program.error().code;
}

Failure run(const std::string& expression, const Form& form) {
  const auto program = compile(expression, form.env);
  REQUIRE(program);
  Arena arena;
  return program->run(form, arena).failure;
}

}  // namespace

TEST_CASE("a source has at most 4 KB") {
  const Form form;
  CHECK(fault("1" + std::string(kMaxSourceBytes - 1, ' '), form.env) == "");
  CHECK(fault("1" + std::string(kMaxSourceBytes, ' '), form.env) == "cel.tooLong");
}

TEST_CASE("a source must be UTF-8") {
  const Form form;
  CHECK(fault("'\xff'", form.env) == "cel.notUtf8");
  CHECK(fault("'\xed\xa0\x80'", form.env) == "cel.notUtf8");
}

TEST_CASE("nesting has at most 64 levels, however it is written") {
  const Form form;
  CHECK(fault(repeated("(", 63) + "1" + repeated(")", 63), form.env) == "");
  CHECK(fault(repeated("(", 64) + "1" + repeated(")", 64), form.env) == "cel.tooDeep");
  CHECK(fault(repeated("(", 2000) + "1" + repeated(")", 2000), form.env) == "cel.tooDeep");
  CHECK(fault(repeated("!", 63) + "true", form.env) == "");
  CHECK(fault(repeated("!", 4000) + "true", form.env) == "cel.tooDeep");
  CHECK(fault(repeated("-", 4000) + "1", form.env) == "cel.tooDeep");
  CHECK(fault(repeated("[", 2000), form.env) == "cel.tooDeep");
  CHECK(fault(repeated("{1:", 1000), form.env) == "cel.tooDeep");
  CHECK(fault(repeated("true?1:", 500) + "1", form.env) == "cel.tooDeep");
  CHECK(fault("1" + repeated("+1", 62), form.env) == "");
  CHECK(fault("1" + repeated("+1", 64), form.env) == "cel.tooDeep");
  CHECK(fault("any" + repeated(".a", 1000), form.env) == "cel.tooDeep");
  CHECK(fault("any" + repeated("[0]", 1000), form.env) == "cel.tooDeep");
  CHECK(fault("''" + repeated(".shout()", 500), form.env) == "cel.tooDeep");
  CHECK(fault("true" + repeated("&&true", 600), form.env) == "");  // one node
}

TEST_CASE("macros nest at most three deep, in any place") {
  const Form form;
  CHECK(fault("methods.all(a, methods.all(b, methods.all(c, a == b)))", form.env) == "");
  CHECK(fault("methods.all(a, methods.all(b, methods.all(c, methods.all(d, true))))", form.env) ==
        "cel.macroTooDeep");
  // One after another is no nesting.
  CHECK(fault("methods.filter(a, true).filter(b, true).filter(c, true).filter(d, true).map(e, e) == []",
              form.env) == "");
}

TEST_CASE("a bomb becomes a failure") {
  const Form form;
  std::string list = "[0";
  for (int i = 1; i < 300; ++i) list += ",0";
  list += "]";
  CHECK(run(list + ".map(a, " + list + ".map(b, " + list + ".map(c, c).sum()).sum()).sum() > 0", form) ==
        Failure::too_many_steps);
  // Nothing absorbs it: the answer would depend on the limit.
  CHECK(run(list + ".all(a, " + list + ".all(b, " + list + ".all(c, c == 0))) || true", form) ==
        Failure::too_many_steps);
  CHECK(run(list + ".exists(a, " + list + ".all(b, " + list + ".all(c, c == 0)))", form) ==
        Failure::too_many_steps);
  CHECK(run("[1, 2].all(x, x == 1 ? blank > 1 : " + list + ".all(a, " + list + ".all(b, a in " + list + ")))",
            form) == Failure::too_many_steps);
  CHECK(run(list + ".all(a, a in " + list + " && " + list + " == " + list + ")", form) == Failure::none);
  std::string doubling = "methods.map(m, ''";
  for (int i = 0; i < 60; ++i) doubling += " + title";
  CHECK(run(doubling + ").size() == 2", form) == Failure::none);
  const std::string large = "'" + std::string(1000, 'x') + "'";
  CHECK(run("[" + large + "].map(s, " + list + ".map(i, s + s + s + s + s + s + s + s)).size() > 0", form) ==
        Failure::none);
  CHECK(run("[" + large + "].map(s, " + list + ".map(i, " + list + ".map(j, s + s + s + s))).size() > 0",
            form) == Failure::too_many_steps);
  CHECK(run(list + ".map(a, title.matches('(某|公司)*的' + string(a))).size() > 0", form) == Failure::none);
}

TEST_CASE("a bomb stops before it takes much memory or time") {
  const Form form;
  std::string list = "[0";
  for (int i = 1; i < 200; ++i) list += ",0";
  list += "]";
  const auto program = compile(list + ".map(a, " + list + ".map(b, " + list + "))", form.env);
  REQUIRE(program);
  Arena arena;
  for (int i = 0; i < 5; ++i) {
    arena.reset();
    CHECK(program->run(form, arena).failure == Failure::none);
  }
}

}  // namespace formcheck::cel::test
