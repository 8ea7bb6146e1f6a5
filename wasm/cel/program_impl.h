// What a compiled expression holds.
#pragma once
#include <deque>
#include <string>
#include <vector>

#include "cel/code.h"
#include "cel/program.h"
#include "cel/regex.h"

namespace formcheck::cel {

struct Program::Impl {
  std::string source;                         // names in the code are parts of it
  Arena constants;                            // literal strings and lists
  std::deque<Value> literals;
  std::deque<Pattern> patterns;
  std::deque<Function> functions;             // copies of the host functions called
  std::deque<std::vector<const Function*>> candidates;
  std::deque<std::vector<const Code*>> operands;
  std::deque<Code> code;
  const Code* root = nullptr;
  Type type;
  std::vector<Read> reads;
};

}  // namespace formcheck::cel
