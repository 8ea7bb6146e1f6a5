// Runs one published conformance case: JSON text in, JSON text out, so that native and WASM builds can run
// the same file.
#pragma once
#include <string>
#include <string_view>

namespace formcheck::conformance {

// `line`: a line of cases.jsonl (extract.mjs). Gives {"id", "unchecked": "pass" | what went wrong,
// "checked"?: the same}. `checked` is there for cases meant to pass the type checker.
[[nodiscard]] std::string evaluate_case(std::string_view line);

}  // namespace formcheck::conformance
