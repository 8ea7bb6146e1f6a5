#include "form/evaluate.h"

#include "cel/json.h"
#include "cel/json_data.h"
#include "cel/program.h"
#include "form/bounded_json.h"
#include "form/functions.h"
#include "text/utf8.h"

namespace formcheck::form {
namespace {

std::string code_of(cel::Failure failure) {
  switch (failure) {
    case cel::Failure::null_operand: return "cel.nullOperand";
    case cel::Failure::overflow: return "cel.overflow";
    case cel::Failure::divide_by_zero: return "cel.divideByZero";
    case cel::Failure::no_such_overload: return "cel.noSuchOverload";
    case cel::Failure::no_such_key: return "cel.noSuchKey";
    case cel::Failure::out_of_range: return "cel.outOfRange";
    case cel::Failure::bad_argument: return "cel.badArgument";
    case cel::Failure::too_many_steps: return "cel.tooManySteps";
    case cel::Failure::unknown_name: return "cel.unknownName";
    default: return "cel.failed";
  }
}

Evaluation failed(Json error) { return {false, {}, std::move(error)}; }

}  // namespace

Evaluation evaluate_text(std::string_view expression, std::string_view data) {
  Json variables = Json::object();
  if (!data.empty()) {
    BoundedJson json = read_json(data);
    if (json.fault != BoundedJson::Fault::none || !json.value.is_object()) {
      return failed({{"code", "cli.notJson"}, {"file", "--data"}, {"line", json.line}, {"column", json.column}});
    }
    variables = std::move(json.value);
  }
  cel::Environment environment;
  environment.set_unchecked(true);
  add_functions(environment);
  const auto program = cel::compile(expression, environment);
  if (!program) {
    Json error = {{"code", program.error().code}, {"column", program.error().column}};
    for (const auto& [name, value] : program.error().args) error[name] = value;
    return failed(std::move(error));
  }
  const cel::JsonActivation activation(variables);
  cel::Arena arena;
  const cel::Result result = program->run(activation, arena);
  if (result.failure != cel::Failure::none) {
    return failed({{"code", code_of(result.failure)}, {"column", result.column}, {"detail", result.detail}});
  }
  return {true, cel::to_json(result.value), {}};
}

}  // namespace formcheck::form
