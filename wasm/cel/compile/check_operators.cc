#include "cel/compile/check_context.h"
#include "cel/compile/operator_text.h"
#include "cel/compile/types.h"

namespace formcheck::cel {
namespace {

bool is(const Type& t, Kind k) { return t.kind == k; }
bool is_or_dyn(const Type& t, Kind k) { return t.kind == k || t.kind == Kind::dyn; }
bool is_number(const Type& t) { return is(t, Kind::integer) || is(t, Kind::real) || is(t, Kind::decimal); }

// The result of + - * / %, or nothing where there is none.
std::optional<Type> arithmetic(Op op, const Type& l, const Type& r) {
  if (is(l, Kind::dyn) || is(r, Kind::dyn)) {
    const Type& known = is(l, Kind::dyn) ? r : l;
    const bool good = is(known, Kind::dyn) || is_number(known) ||
                      (op == Op::add && (is(known, Kind::string) || is(known, Kind::list)));
    return good ? std::optional(Type::of(Kind::dyn)) : std::nullopt;
  }
  if (op == Op::add && l.kind == r.kind && (is(l, Kind::string) || is(l, Kind::list))) {
    const auto joined = join(l, r);
    return joined ? joined : Type::list_of(Type::of(Kind::dyn));
  }
  if (!is_number(l) || !is_number(r)) return std::nullopt;
  if (op == Op::modulo && !is(l, Kind::integer)) return std::nullopt;
  return join(l, r);
}

bool is_decimal_like(const Type& t) {
  return is(t, Kind::decimal) || (is(t, Kind::list) && is(element_of(t), Kind::decimal));
}
bool is_real_like(const Type& t) {
  return is(t, Kind::real) || (is(t, Kind::list) && is(element_of(t), Kind::real));
}

// Reads float literals beside a decimal as decimals; a double that is no literal stays a fault.
bool settle_decimals(CheckContext& c, NodeId id, bool& mixed) {
  mixed = false;
  for (const std::uint32_t side : {0u, 1u}) {
    if (!is_decimal_like(c.operand(id, 1 - side).type) || !is_real_like(c.operand(id, side).type)) continue;
    bool converted = false;
    if (!make_decimal(c, c.ast.operand(id, side), converted)) return false;
    mixed = is_real_like(c.operand(id, side).type);
  }
  return true;
}

std::optional<Type> membership(const Type& item, const Type& range) {
  const Type boolean = Type::of(Kind::boolean);
  if (is(range, Kind::dyn)) return boolean;
  if (is(range, Kind::list) && join(item, element_of(range))) return boolean;
  if (is(range, Kind::map) && join(item, key_of(range))) return boolean;
  return std::nullopt;
}

std::optional<Type> binary(Op op, const Type& l, const Type& r) {
  switch (op) {
    case Op::equal:
    case Op::not_equal:
      return comparable(l, r) ? std::optional(Type::of(Kind::boolean)) : std::nullopt;
    case Op::in:
      return membership(l, r);
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
      return ordered(l, r) ? std::optional(Type::of(Kind::boolean)) : std::nullopt;
    default:
      return arithmetic(op, l, r);
  }
}

bool check_binary(CheckContext& c, NodeId id) {
  const std::string_view name = operator_text(c.ast[id].op);
  bool mixed = false;
  if (!settle_decimals(c, id, mixed)) return false;
  Node& node = c.ast[id];
  if (mixed) return c.clash(node, "cel.decimalWithDouble", {"name", name});
  const Type &l = c.operand(id, 0).type, &r = c.operand(id, 1).type;
  const bool division = node.op == Op::divide || node.op == Op::modulo;
  if (division && (is(l, Kind::decimal) || is(r, Kind::decimal)))
    return c.clash(node, "cel.decimalDivision", {"name", name});
  const auto type = binary(node.op, l, r);
  if (!type) return c.no_overload(id, name);
  node.type = *type;
  return true;
}

bool check_conditional(CheckContext& c, NodeId id) {
  Node& node = c.ast[id];
  if (!is_or_dyn(c.operand(id, 0).type, Kind::boolean)) return c.no_overload(id, "?:");
  for (const std::uint32_t side : {1u, 2u}) {
    if (!is_decimal_like(c.operand(id, 3 - side).type) || !is_real_like(c.operand(id, side).type)) continue;
    bool converted = false;
    if (!make_decimal(c, c.ast.operand(id, side), converted)) return false;
    if (!converted) return c.clash(node, "cel.decimalWithDouble", {"name", "?:"});
  }
  const auto type = join(c.operand(id, 1).type, c.operand(id, 2).type);
  if (!type) return c.no_overload(id, "?:");
  node.type = *type;
  return true;
}

bool check_index(CheckContext& c, NodeId id) {
  Node& node = c.ast[id];
  const Type &object = c.operand(id, 0).type, &key = c.operand(id, 1).type;
  const bool good = is(object, Kind::dyn) || (is(object, Kind::list) && is_or_dyn(key, Kind::integer)) ||
                    (is(object, Kind::map) && join(key, key_of(object)));
  if (!good) return c.no_overload(id, "[]");
  node.type = element_of(object);
  return true;
}

}  // namespace

bool CheckContext::no_overload(NodeId id, std::string_view name) {
  std::string types;
  for (std::uint32_t i = 0; i < ast[id].count; ++i)
    types += (i == 0 ? "" : ", ") + type_text(operand(id, i).type);
  return clash(ast[id], "cel.noOverload", {"name", name}, {"types", types});
}

bool check_operator(CheckContext& c, NodeId id) {
  Node& node = c.ast[id];
  switch (node.op) {
    case Op::conditional:
      return check_conditional(c, id);
    case Op::index:
      return check_index(c, id);
    case Op::logical_and:
    case Op::logical_or:
    case Op::logical_not:
      node.type = Type::of(Kind::boolean);
      for (std::uint32_t i = 0; i < node.count; ++i) {
        if (!is_or_dyn(c.operand(id, i).type, Kind::boolean))
          return c.no_overload(id, operator_text(node.op));
      }
      return true;
    case Op::negate:
      node.type = c.operand(id, 0).type;
      return is_number(node.type) || is(node.type, Kind::dyn) || c.no_overload(id, "-");
    default:
      return check_binary(c, id);
  }
}

}  // namespace formcheck::cel
