// Compiled expressions: a tree of small records, each with the one function that evaluates it. Everything
// that can be known before a run is in the record.
#pragma once
#include <cstdint>
#include <string_view>

#include "cel/bounds.h"
#include "cel/host.h"
#include "cel/program.h"
#include "cel/value.h"

namespace formcheck::cel {

// One evaluation.
struct Run {
  // `loops`: whether it has macros, whose variables are the locals.
  Run(const Activation& a, Arena& r, bool loops) : activation(a), arena(r) {
    for (int i = 0; loops && i < kMaxLocals; ++i) ::new (static_cast<void*>(&locals[i])) Value();
  }

  const Activation& activation;
  Arena& arena;
  std::int64_t steps = kMaxSteps;
  std::uint32_t column = 0;  // of the operation at work when something failed
  std::string_view detail;
  union {
    Value locals[kMaxLocals];
  };

  Failure fail(Failure f, std::string_view why) {
    detail = why;
    return f;
  }
  // For operands of kinds an operation does not know: a null among them is what matters.
  Failure no_overload(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) return fail(Failure::null_operand, "an operand is null");
    return fail(Failure::no_such_overload, "no such overload");
  }
  Failure no_overload(const Value& a) { return no_overload(a, a); }

  // A failure that && || all() and exists() set aside while another operand may still decide.
  struct Fault {
    Failure failure = Failure::none;
    std::string_view detail;
    std::uint32_t column = 0;
  };
  Fault set_aside(Failure f) {
    const Fault fault{f, detail, column};
    detail = {}, column = 0;
    return fault;
  }
  Failure bring_back(const Fault& fault) {
    detail = fault.detail, column = fault.column;
    return fault.failure;
  }

  [[nodiscard]] bool pay(std::uint64_t n) {
    steps -= static_cast<std::int64_t>(n);
    return steps >= 0;
  }
  Failure exhausted() { return fail(Failure::too_many_steps, "more than 200,000 steps"); }
};

struct Code {
  using Evaluate = Failure (*)(const Code&, Run&, Value& out);

  Evaluate evaluate = nullptr;
  const Code* a = nullptr;  // operands 0, 1 and all
  const Code* b = nullptr;
  const Code* const* all = nullptr;
  std::uint32_t count = 0;
  std::uint32_t index = 0;  // variable, member, slot, result kind …
  std::uint32_t column = 0;
  std::uint32_t cost = 1;      // records in this tree: what one pass over it may take
  const void* data = nullptr;  // what `evaluate` needs besides
  std::string_view text;       // a name

  Failure operator()(Run& run, Value& out) const { return evaluate(*this, run, out); }
};

// Marks where a failure came from; the innermost mark stays.
inline Failure at(const Code& code, Run& run, Failure f) {
  if (f != Failure::none && run.column == 0) run.column = code.column;
  return f;
}

// The value of an operand where it stands, when it is a cell or a literal as most are; else made in `scratch`. Null on a failure.
const Value* operand(const Code& code, Run& run, Value& scratch, Failure& failure);

// Evaluates a condition: anything but a boolean is a failure.
Failure test(const Code& code, Run& run, bool& out);

// Evaluation functions, by subject; beside each what it needs from its record.
Failure eval_literal(const Code&, Run&, Value&);   // data: const Value*
Failure eval_variable(const Code&, Run&, Value&);  // index
Failure eval_bound(const Code&, Run&, Value&);     // index: the host's handle
Failure eval_local(const Code&, Run&, Value&);     // index
Failure eval_named(const Code&, Run&, Value&);     // text; a: what to do when there is no such name, or null
Failure eval_member(const Code&, Run&, Value&);    // a, index, data: const ObjectType*
Failure eval_local_member(const Code&, Run&, Value&);  // the same, where a is a macro variable
Failure eval_select(const Code&, Run&, Value&);        // a, text
Failure eval_has(const Code&, Run&, Value&);           // a, text
Failure eval_index(const Code&, Run&, Value&);         // a, b
Failure eval_list(const Code&, Run&, Value&);          // all
Failure eval_map(const Code&, Run&, Value&);           // all: key, value, …
Failure eval_conditional(const Code&, Run&, Value&);   // all
Failure eval_and(const Code&, Run&, Value&);           // all
Failure eval_or(const Code&, Run&, Value&);            // all
Failure eval_not(const Code&, Run&, Value&);           // a
Failure eval_negate(const Code&, Run&, Value&);        // a
Failure eval_builtin(const Code&, Run&, Value&);       // all, data: const BuiltinFunction*
Failure eval_host_call(const Code&, Run&,
                       Value&);  // all, data: const Callable* const*, index: how many of them
Failure eval_unknown_call(const Code&, Run&, Value&);
Failure eval_matches(const Code&, Run&, Value&);  // a, data: const Pattern*

}  // namespace formcheck::cel
