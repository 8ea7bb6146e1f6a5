// The operations of the rule language, as the syntax names them.
#pragma once
#include <cstdint>

namespace formcheck::cel {

enum class Op : std::uint8_t {
  literal,
  name,
  select,
  has,
  index,
  call,
  list,
  map,
  conditional,
  macro,
  logical_or,
  logical_and,
  logical_not,
  negate,
  add,
  subtract,
  multiply,
  divide,
  modulo,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  in,
};

enum class Macro : std::uint8_t { all, exists, exists_one, map, filter, transform_list, transform_map };

}  // namespace formcheck::cel
