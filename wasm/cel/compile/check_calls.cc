// Functions: which overloads fit, and what comes out.
#include <string_view>

#include "cel/compile/builtins.h"
#include "cel/compile/check_context.h"
#include "cel/compile/types.h"

namespace formcheck::cel {
namespace {

Kind kind_of(char letter) {
  switch (letter) {
    case 'b':
      return Kind::boolean;
    case 'i':
      return Kind::integer;
    case 'd':
      return Kind::real;
    case 'n':
      return Kind::decimal;
    case 's':
      return Kind::string;
    case 'm':
      return Kind::map;
    default:
      return Kind::list;
  }
}

bool accepts(char letter, const Type& t) {
  if (t.kind == Kind::dyn) return true;
  if (letter == 'n' && t.kind == Kind::integer) return true;
  if (kind_of(letter) != t.kind) return false;
  const Kind element = element_of(t).kind;
  const bool number =
      element == Kind::integer || element == Kind::real || element == Kind::decimal || element == Kind::dyn;
  if (letter == 'L') return number || element == Kind::null;
  if (letter == 'O') return number || element == Kind::string || element == Kind::null;
  return true;
}

// Types the call after the first of the builtin's overloads that takes its arguments.
bool match(CheckContext& c, NodeId id, const Builtin& builtin) {
  std::string_view rest = builtin.signatures;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view signature = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    bool good = true;
    for (std::uint32_t i = 0; i < builtin.arity; ++i) good &= accepts(signature[i], c.operand(id, i).type);
    if (!good) continue;
    const char result = signature.back();
    c.ast[id].type = result == 'e' ? element_of(c.operand(id, 0).type) : Type::of(kind_of(result));
    return true;
  }
  return false;
}

// A float literal where a decimal is wanted is read as one.
bool settle_decimals(CheckContext& c, NodeId id, const Builtin& builtin) {
  for (std::uint32_t i = 0; i < builtin.arity; ++i) {
    bool converted = false;
    if (builtin.signatures[i] == 'n' && !make_decimal(c, c.ast.operand(id, i), converted)) return false;
  }
  return true;
}

bool check_builtin(CheckContext& c, NodeId id, std::uint32_t index, const Builtin& builtin) {
  Node& node = c.ast[id];
  node.binding = Binding::builtin, node.index = index;
  if (!settle_decimals(c, id, builtin)) return false;
  if (match(c, id, builtin)) return true;
  for (std::uint32_t i = 0; i < builtin.arity; ++i) {
    if (builtin.signatures[i] == 'n' && c.operand(id, i).type.kind == Kind::real) {
      return c.clash(node, "cel.decimalWithDouble", {"name", node.text});
    }
  }
  return c.no_overload(id, node.text);
}

bool check_host(CheckContext& c, NodeId id, bool& known) {
  Node& node = c.ast[id];
  for (std::uint32_t f = 0; f < c.env.functions.size(); ++f) {
    const Function& function = c.env.functions[f];
    if (function.name != node.text || function.member != node.receiver) continue;
    known = true;
    if (function.args.size() != node.count) continue;
    bool good = true;
    for (std::uint32_t i = 0; i < node.count; ++i) {
      bool converted = false;
      if (function.args[i].kind == Kind::decimal && !make_decimal(c, c.ast.operand(id, i), converted))
        return false;
      good &= assignable(c.operand(id, i).type, function.args[i]);
    }
    if (!good && !c.env.unchecked) continue;
    node.binding = Binding::host, node.index = f;
    node.type = function.result;
    return true;
  }
  return true;
}

}  // namespace

bool check_call(CheckContext& c, NodeId id) {
  Node& node = c.ast[id];
  node.binding = Binding::unknown;
  bool known = false;
  std::size_t count = 0;
  const Builtin* table = builtins(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (table[i].name != node.text || table[i].receiver != node.receiver) continue;
    if (table[i].arity == node.count) return check_builtin(c, id, i, table[i]);
    known = true;
  }
  if (!check_host(c, id, known)) return false;
  if (node.binding == Binding::host) return true;
  if (known) return c.no_overload(id, node.text);
  return c.clash(node, "cel.unknownFunction", {"name", node.text});
}

}  // namespace formcheck::cel
