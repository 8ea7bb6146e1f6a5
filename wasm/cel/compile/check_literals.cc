// Lists, maps, and float literals that are meant as decimals.
#include <cmath>

#include "cel/compile/check_context.h"
#include "cel/compile/types.h"

namespace formcheck::cel {
namespace {

bool literal_to_decimal(CheckContext& c, Node& node, bool& converted) {
  const auto value = number::Decimal::parse(node.text);
  if (!value) return c.fail(node.column, "cel.badNumber", {"found", node.text});
  node.value = Value::of(std::signbit(node.value.real) ? value->negated() : *value);
  node.type = Type::of(Kind::decimal);
  converted = true;
  return true;
}

// The joined type of operands first, first + step …; float literals become decimals when there is a decimal
// among them.
bool join_operands(CheckContext& c, NodeId id, std::uint32_t first, std::uint32_t step, Type& joined) {
  const std::uint32_t count = c.ast[id].count;
  bool decimal = false, real = false, mixed = false;
  for (std::uint32_t i = first; i < count; i += step) {
    decimal |= c.operand(id, i).type.kind == Kind::decimal;
    real |= c.operand(id, i).type.kind == Kind::real;
  }
  joined = Type::of(count > first ? Kind::null : Kind::dyn);
  for (std::uint32_t i = first; i < count; i += step) {
    bool converted = false;
    if (decimal && real && !make_decimal(c, c.ast.operand(id, i), converted)) return false;
    const auto next = join(joined, c.operand(id, i).type);
    mixed |= !next;
    if (next) joined = *next;
  }
  if (mixed && decimal && real) return c.clash(c.ast[id], "cel.decimalWithDouble", {"name", "[]"});
  if (mixed) joined = Type::of(Kind::dyn);
  return true;
}

}  // namespace

bool make_decimal(CheckContext& c, NodeId id, bool& converted) {
  Node& node = c.ast[id];
  const auto operands = [&](std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i) {
      if (!make_decimal(c, c.ast.operand(id, i), converted)) return false;
    }
    return true;
  };
  switch (node.op) {
    case Op::literal:
      return node.value.kind != Kind::real || literal_to_decimal(c, node, converted);
    case Op::negate:
      if (node.type.kind != Kind::real || !operands(0, 1)) return node.type.kind != Kind::real;
      node.type = c.operand(id, 0).type;
      return true;
    case Op::conditional:
      if (node.type.kind != Kind::real || !operands(1, 3)) return node.type.kind != Kind::real;
      if (const auto joined = join(c.operand(id, 1).type, c.operand(id, 2).type)) node.type = *joined;
      return true;
    case Op::list:
      if (element_of(node.type).kind != Kind::real || !operands(0, node.count))
        return element_of(node.type).kind != Kind::real;
      return check_list(c, id);
    default:
      return true;
  }
}

bool check_list(CheckContext& c, NodeId id) {
  Type element;
  if (!join_operands(c, id, 0, 1, element)) return false;
  c.ast[id].type = Type::list_of(std::move(element));
  return true;
}

bool check_map(CheckContext& c, NodeId id) {
  Type key, value;
  for (std::uint32_t i = 0; i < c.ast[id].count; i += 2) {
    const Kind k = c.operand(id, i).type.kind;
    const bool good = k == Kind::string || k == Kind::integer || k == Kind::boolean || k == Kind::dyn;
    if (!good &&
        !c.clash(c.ast[id], "cel.noOverload", {"name", "{}"}, {"types", type_text(c.operand(id, i).type)}))
      return false;
  }
  if (!join_operands(c, id, 0, 2, key) || !join_operands(c, id, 1, 2, value)) return false;
  c.ast[id].type = Type::map_of(std::move(key), std::move(value));
  return true;
}

}  // namespace formcheck::cel
