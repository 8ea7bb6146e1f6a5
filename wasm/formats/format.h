// Formats of single values. Each lives in a file of its own and is found by name through the registry; a new
// one is one more file and one more line in registry.cc.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "text/args.h"

namespace formcheck::formats {

// What is wrong with a value: a code such as "uscc.checkDigit" (wording lives in schema/), and arguments for
// the message.
struct Problem {
  std::string_view code;
  text::Args args;
};

// Takes the text as typed, well-formed UTF-8 and never blank; forgives width, case and spaces where these
// cannot change the meaning. Pure, linear. Several problems may hold at once (two check digits); the gravest
// comes first.
using Check = std::vector<Problem> (*)(std::string_view typed);

struct Format {
  std::string_view name;  // as in form.json: "uscc", "mobile" …
  Check check;
  std::string_view codes;  // with spaces between: every code `check` can give; the loader needs a message for each
};

[[nodiscard]] const Format* find(std::string_view name) noexcept;  // nullptr for an unknown name
[[nodiscard]] std::span<const Format> all();

// One a file; the arguments each problem carries are told there.
[[nodiscard]] Format uscc();
[[nodiscard]] Format mobile();
[[nodiscard]] Format phone();
[[nodiscard]] Format email();
[[nodiscard]] Format date();
[[nodiscard]] Format postcode();

}  // namespace formcheck::formats
