// What is wrong with a single cell, as a value. Violations are rare and constraints run with every key: what puts one together
// stands apart, never inlined there.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "form/problem.h"
#include "number/decimal.h"

namespace formcheck::form {

// `code` as in rules.json "checks".
struct Violation {
  std::string_view code;
  Args args;
};

// Appends one. `actual` is the value at fault; `limit` what it must keep to.
void violate(std::vector<Violation>& out, std::string_view code, Args args = {});
void violate(std::vector<Violation>& out, std::string_view code, std::string_view name, std::string_view value);
void violate(std::vector<Violation>& out, std::string_view code, const number::Decimal& actual, const number::Decimal* limit = nullptr);
// A length: `about` as the form prints it.
void violate(std::vector<Violation>& out, std::string_view code, std::uint32_t actual, std::uint32_t limit, std::uint32_t about);

}  // namespace formcheck::form
