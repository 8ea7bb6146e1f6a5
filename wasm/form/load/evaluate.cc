#include "form/load/evaluate.h"

#include "cel/json.h"
#include "cel/json_data.h"
#include "cel/compile/compile.h"
#include "form/load/functions.h"
#include "json/read.h"
#include "json/write.h"

namespace formcheck::form {
namespace {

std::string_view code_of(cel::Failure failure) {
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

}  // namespace

std::string Evaluation::json() const {
  json::Writer out;
  out.object();
  if (ok()) return out.key("value").piece(value).close('}').take();
  out.key("error").object().member("code", code);
  if (column > 0) out.number_member("column", static_cast<std::int64_t>(column));
  for (const auto& [name, text] : args) out.member(name, text);
  return out.close('}').close('}').take();
}

Evaluation evaluate_text(std::string_view expression, std::string_view data) {
  json::Document variables;
  if (!data.empty()) {
    variables = json::read(data);
    if (variables.fault != json::Fault::none || !variables.root.is_object()) {
      return {{}, "cli.notJson", variables.column, {{"file", "--data"}, {"line", std::to_string(variables.line)}}};
    }
  }
  cel::Environment environment;
  environment.set_unchecked(true);
  add_functions(environment);
  const auto program = cel::compile(expression, environment);
  if (!program) return {{}, program.error().code, program.error().column, program.error().args};
  const cel::JsonActivation activation(variables.root);
  cel::Arena arena;
  const cel::Result result = program->run(activation, arena);
  if (result.failure == cel::Failure::none) return {cel::to_json(result.value), {}, 0, {}};
  return {{}, std::string(code_of(result.failure)), result.column, {{"detail", result.detail}}};
}

}  // namespace formcheck::form
