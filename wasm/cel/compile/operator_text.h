// How operators are written.
#pragma once
#include <string_view>

#include "cel/compile/ast.h"

namespace formcheck::cel {

constexpr std::string_view operator_text(Op op) noexcept {
  switch (op) {
    case Op::logical_or:
      return "||";
    case Op::logical_and:
      return "&&";
    case Op::logical_not:
      return "!";
    case Op::negate:
    case Op::subtract:
      return "-";
    case Op::add:
      return "+";
    case Op::multiply:
      return "*";
    case Op::divide:
      return "/";
    case Op::modulo:
      return "%";
    case Op::equal:
      return "==";
    case Op::not_equal:
      return "!=";
    case Op::less:
      return "<";
    case Op::less_equal:
      return "<=";
    case Op::greater:
      return ">";
    case Op::greater_equal:
      return ">=";
    case Op::in:
      return "in";
    default:
      return "";
  }
}

}  // namespace formcheck::cel
