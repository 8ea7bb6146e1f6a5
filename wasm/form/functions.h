// The domain's own functions in the rule language (ARCHITECTURE §3.3).
//   words(s), codePoints(s) → int      字数 by the Word model; code points
//   normalName(s) → string             brackets, width, spaces and case folded
//   sameName(a, b), containsName(text, name), startsWithName(text, name) → bool, on normal names
//   nameIn(s, list(string)) → bool     the same name as one of them
//   isBlank(s) → bool                  nothing but white space
//   repeatedAt(list(string)) → int     index of the first name that stood before already, -1 when all differ; n log n
//   isoDate(s) → string                "2025-10-08" for any date a person may type, "" for anything else
#pragma once
#include <span>
#include <string_view>

#include "cel/host.h"

namespace formcheck::form {

// A letter says a type: b bool, i int, s string, S list of strings.
struct Function {
  std::string_view name;
  std::string_view arguments;
  char result;
  cel::Value (*call)(const cel::Value* arguments, cel::Arena& arena);

  [[nodiscard]] cel::Callable callable() const;  // as a run needs it
};

// In an order of their own: an image names them by their place.
[[nodiscard]] std::span<const Function> functions();

}  // namespace formcheck::form
