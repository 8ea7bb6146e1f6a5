// Compiled programs as bytes (archive/): written by whoever compiles them, read by whoever only runs them. What the checker
// knew of types is gone, but running checks kinds anyway. A damaged image is refused or gives a program that runs safely: every
// index, count of operands and depth is checked. The language's operations are numbered in image.cc; whoever adds one there
// makes another core, whose images have another fingerprint (form/image).
#pragma once
#include <cstdint>
#include <vector>

#include "archive/archive.h"
#include "cel/code.h"
#include "cel/functions.h"
#include "cel/program.h"

namespace formcheck::cel {

// What a program names outside itself, in the same order on both sides.
struct ImageContext {
  std::vector<const ObjectType*> objects;
  std::vector<Callable> functions;  // of the host
  std::uint32_t variables = 0;      // how many it may ask for
  // Whether Activation::bound knows a handle in a program of this scope.
  bool (*knows)(const void* host, std::uint32_t scope, std::uint32_t handle) = nullptr;
  const void* host = nullptr;
  std::uint32_t scope = 0;
  // Whether kRare may be run too; a program that needs one of them when it may not is refused, and that is noted.
  bool rare_are_here = true;
  bool rare_are_missed = false;
};

// Operations that few forms need: in the page's core they come with its second half (tools/split-core). They stand one
// after the other, as places in the table of functions, null at the end.
struct RareOperations {
  Code::Evaluate operations[6];
  BuiltinFunction functions[4];
};
extern const RareOperations kRare;

// What is for whoever makes a program is left out: reads(), and the column where a run failed.
void describe(archive::Writer& a, Program& program, ImageContext& context);
void describe(archive::Reader& a, Program& program, ImageContext& context);

}  // namespace formcheck::cel
