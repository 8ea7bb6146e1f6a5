// What a compiled expression holds.
#pragma once
#include <string>
#include <vector>

#include "cel/code.h"
#include "cel/program.h"
#include "cel/regex.h"

namespace formcheck::cel {

struct Program::Impl {
  std::string source;  // names in the code are parts of it
  Arena constants;     // literal strings and lists
  Pool<Value> literals;
  Pool<Pattern> patterns;
  Pool<Callable> functions;  // the host functions called
  Pool<std::vector<const Callable*>> candidates;
  Pool<std::vector<const Code*>> operands;
  Pool<Code> code;
  // Instead of the two before, when it was read from an image: as many as there are.
  std::vector<const Code*> all_operands;
  std::vector<Code> all_code;
  const Code* root = nullptr;
  bool loops = true;  // false: there are no macros in it, nor variables of theirs
  Type type;
  std::vector<Read> reads;
};

}  // namespace formcheck::cel
