// matches() with a pattern that only a run knows: no form's rule may have one, and the page's core is without the compiler
// of patterns.
#include "cel/compile/builtins.h"
#include "cel/compile/regex_compile.h"

namespace formcheck::cel {

Failure fn_matches(Run& run, const Value* a, Value& out) {
  if (a[0].kind != Kind::string || a[1].kind != Kind::string) return run.no_overload(a[0], a[1]);
  // Compiling is linear in the program it makes, which is bounded.
  if (!run.pay(a[1].string.size())) return run.exhausted();
  const auto pattern = compile_pattern(a[1].string);
  if (!pattern) return run.fail(Failure::bad_argument, pattern.error());
  if (!run.pay(pattern->size())) return run.exhausted();
  const auto found = pattern->search(a[0].string, run.steps);
  if (!found) return run.exhausted();
  out = Value::of(*found);
  return Failure::none;
}

}  // namespace formcheck::cel
