#include "evaluate_case.h"

#include "cel/json.h"
#include "cel/compile/compile.h"
#include "values.h"

namespace formcheck::conformance {
namespace {

using cel::Value;

struct Bindings final : cel::Activation {
  std::vector<std::pair<std::string, Value>> all;

  Value variable(std::uint32_t index) const override {
    return index < all.size() ? all[index].second : Value::null();
  }
  std::optional<Value> named(std::string_view name) const override {
    for (const auto& [key, value] : all) {
      if (key == name) return value;
    }
    return std::nullopt;
  }
};

// "pass", or what came instead.
std::string judge(const Json& test, const cel::Environment& env, const Bindings& bindings) {
  const bool error_expected = test["expect"].contains("error");
  const auto program = cel::compile(test["expr"].get<std::string>(), env);
  if (!program) {
    // A checker may refuse what could only fail (simple.proto, "eval_error"), but a case that gives a value
    // must compile.
    return error_expected ? "pass"
                          : program.error().code + " at column " + std::to_string(program.error().column);
  }
  cel::Arena arena;
  const cel::Result result = program->run(bindings, arena);
  if (result.failure != cel::Failure::none) return error_expected ? "pass" : std::string(result.detail);
  if (error_expected) return "no error but " + cel::to_json(result.value);
  const Value wanted = read_value(test["expect"]["value"], arena);
  return identical(result.value, wanted)
             ? "pass"
             : cel::to_json(result.value) + " in place of " + cel::to_json(wanted);
}

}  // namespace

std::string evaluate_case(std::string_view line) {
  const Json test = Json::parse(line, nullptr, false);
  if (!test.is_object()) return R"({"id":"","unchecked":"the line is not JSON"})";
  cel::Arena arena;
  Bindings bindings;
  cel::Environment unchecked, checked;
  unchecked.set_unchecked(true);
  if (test.contains("vars")) {
    for (const auto& [name, value] : test["vars"].items())
      bindings.all.emplace_back(name, read_value(value, arena));
  }
  Json out = Json::object();
  out["id"] = test["id"];
  out["unchecked"] = judge(test, unchecked, bindings);
  if (!test.contains("types")) return out.dump();
  Bindings typed;
  for (const auto& [name, type] : test["types"].items()) {
    checked.declare(name, read_type(type));
    typed.all.emplace_back(name, bindings.named(name).value_or(Value::null()));
  }
  out["checked"] = judge(test, checked, typed);
  return out.dump();
}

}  // namespace formcheck::conformance
