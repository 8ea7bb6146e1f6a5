// Compiling and running one expression of the rule language
// (CEL, github.com/google/cel-spec/blob/master/doc/langdef.md).
//
//   Environment env;
//   env.declare("patents", Type::of_object(&patents_type));
//   auto program = compile("patents.invention <= patents.total", env);  // or Error{code, column, args}
//   Result r = program->run(activation, arena);                         // r.value, or r.failure
//
// The language is CEL over null, bool, int, double, string, list and map, without uint, bytes, messages,
// timestamps, type() and dyn(), and with what a form needs:
//
// decimal. Exact numbers: the type of a host's number fields. + - * and comparison are exact, also with ints;
// a float literal beside a decimal is read from its source text; any other double beside one, and / and %,
// are faults at load (div and round say how to round). A result of more than 34 digits is a failure.
//
// null. A blank number. An operation on null fails as null_operand, which leaves the question open. == != and
// in do so too where a number field is compared, so that a blank is never called wrong; beside the word null,
// and between values of no known type, they are CEL's plain ones. && || all() exists() and ?: absorb failures
// as CEL says.
//
// objects. Records of the host, by ObjectType. has(x.y) asks whether y is filled in: neither null nor empty.
//
// functions. size contains startsWith endsWith matches (regex.h) int double string bool decimal; on lists
// sum() (of nothing: 0), min() and max() (of nothing: null_operand); round(x, places) and div(x, y, places),
// half away from zero. Macros: has all exists exists_one existsOne map filter transformList transformMap.
//
// Bounds: source ≤ 4 KB, depth ≤ 64, macro nesting ≤ 3, 200,000 steps a run. Out of steps is never absorbed.
// Cost: compiling 1–5 µs, running 5–15 ns an operation; nothing is allocated but new strings, lists and maps.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "cel/compile/error.h"
#include "cel/program.h"
#include "cel/type.h"

namespace formcheck::cel {

// A host function, with its types for the checker; a run needs what a Callable says (host.h).
struct Function {
  std::string name;
  bool member = false;  // called as receiver.name(…); args[0] is the receiver
  std::vector<Type> args;
  Type result;
  Value (*call)(const Value* args, Arena& arena);
};

class Environment {
 public:
  Environment();
  ~Environment();
  Environment(Environment&&) noexcept;
  Environment& operator=(Environment&&) noexcept;

  // Returns the variable's index. A dotted name ("a.b") is found by the expression a.b, before a member b of
  // a.
  std::uint32_t declare(std::string name, Type type);
  // Several functions of one name are told apart by their arguments. A built-in function of that name wins.
  void add(Function f);
  // Unknown names are dyn and resolved at run time (Activation::named), nothing is type-checked (conformance
  // cases, `formcheck eval`). Syntax, bounds and constant patterns are still faults at load.
  void set_unchecked(bool on);
  // Patterns of matches() must be constant, so that what runs the programs need not compile any.
  void require_constant_patterns();

  // Lets the host answer a whole path (`a.b.c`: a variable and the members after it) at once: what is not
  // kUnbound is read where it stands (Activation::values, ::record), instead of by variable() and every member() on the way.
  // Asked at compile time; `host` and `scope` are handed back.
  static constexpr std::uint32_t kUnbound = 0xFFFFFFFF;
  using Binding = std::uint32_t (*)(const void* host, std::uint32_t scope, std::uint32_t variable,
                                    const std::uint32_t* members, std::size_t count);
  void set_binding(Binding binding, const void* host, std::uint32_t scope);

  struct Impl;
  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

// The program keeps its own copy of the source and of what it needs of `env`; the ObjectTypes must outlive
// it.
[[nodiscard]] tl::expected<Program, Error> compile(std::string_view source, const Environment& env);

}  // namespace formcheck::cel
