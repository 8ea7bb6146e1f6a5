// The syntax tree of one expression. Nodes name each other by index; the checker fills in types and bindings.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "cel/operation.h"
#include "cel/type.h"
#include "cel/value.h"

namespace formcheck::cel {

using NodeId = std::uint32_t;
inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

// What a name, selection or call turned out to be.
enum class Binding : std::uint8_t {
  none,      // select: by name at run time
  variable,  // name or select: `index` of the Environment's variable
  local,     // name: `index` of the macro variable's slot
  named,    // name or select: asked of the Activation at run time (unchecked only); `text` is the dotted name
  member,   // select, has: `index` of the object's member
  builtin,  // call: `index` into the table of built-in functions
  host,     // call: `index` of the first matching host function
  unknown,  // call: no such function (unchecked only); fails at run time
};

struct Node {
  Op op = Op::literal;
  Macro macro = Macro::all;
  Binding binding = Binding::none;
  bool receiver = false;     // call: operand 0 stands before the dot
  bool rooted = false;       // name: written with a leading dot, never a macro variable
  std::uint16_t height = 1;  // of the tree below, itself included
  std::uint32_t column = 1;
  std::uint32_t first = 0, count = 0;  // operands: Ast::operands[first, first + count)
  std::uint32_t index = kNone;
  std::string_view text;   // name, member or function; a number literal as written, without its sign; macro:
                           // its first variable
  std::string_view text2;  // macro: its second variable
  Value value;             // literal
  Type type;
};

// Operands: select, has [object]; index [list, index]; call [receiver?, arguments…]; list [elements…]; map
// [key, value, …]; conditional [condition, then, else]; macro [range, body] or [range, filter, body];
// operators as written, && and || with two or more.
struct Ast {
  std::vector<Node> nodes;
  std::vector<NodeId> operands;
  NodeId root = kNone;

  Node& operator[](NodeId id) { return nodes[id]; }
  const Node& operator[](NodeId id) const { return nodes[id]; }
  NodeId operand(NodeId id, std::uint32_t i) const { return operands[nodes[id].first + i]; }
};

}  // namespace formcheck::cel
