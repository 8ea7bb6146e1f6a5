#include "cel/compile/macros.h"

namespace formcheck::cel {
namespace {

struct Shape {
  std::string_view name;
  std::uint8_t variables, arguments;  // arguments include the variables
  Macro macro;
};

constexpr Shape kShapes[] = {
    {"all", 1, 2, Macro::all},
    {"all", 2, 3, Macro::all},
    {"exists", 1, 2, Macro::exists},
    {"exists", 2, 3, Macro::exists},
    {"exists_one", 1, 2, Macro::exists_one},
    {"existsOne", 1, 2, Macro::exists_one},
    {"existsOne", 2, 3, Macro::exists_one},
    {"map", 1, 2, Macro::map},
    {"map", 1, 3, Macro::map},
    {"filter", 1, 2, Macro::filter},
    {"transformList", 2, 3, Macro::transform_list},
    {"transformList", 2, 4, Macro::transform_list},
    {"transformMap", 2, 3, Macro::transform_map},
    {"transformMap", 2, 4, Macro::transform_map},
};

}  // namespace

MacroMatch match_macro(const Ast& ast, NodeId receiver, std::string_view name,
                       const std::vector<NodeId>& arguments, Node& out, std::vector<NodeId>& operands) {
  for (const Shape& shape : kShapes) {
    if (shape.name != name || shape.arguments != arguments.size()) continue;
    for (std::size_t i = 0; i < shape.variables; ++i) {
      const Node& variable = ast[arguments[i]];
      if (variable.op != Op::name || variable.rooted) return MacroMatch::malformed;
      (i == 0 ? out.text : out.text2) = variable.text;
    }
    if (out.text == out.text2) return MacroMatch::malformed;
    out.op = Op::macro;
    out.macro = shape.macro;
    operands.assign(1, receiver);
    operands.insert(operands.end(), arguments.begin() + shape.variables, arguments.end());
    return MacroMatch::yes;
  }
  return MacroMatch::no;
}

}  // namespace formcheck::cel
