// Character classes and escapes of regular expressions. Each reads from `at`, just past the [ or backslash,
// and moves it.
#pragma once
#include <string_view>

#include "cel/regex.h"

namespace formcheck::cel {

// A bracket expression up to its ]. Gives the fault, "" when there is none.
[[nodiscard]] std::string_view read_class(const char*& at, const char* end, CharSet& out);

// d D w W s S pX PX; false and nothing read where there is another escape.
[[nodiscard]] bool read_class_escape(const char*& at, const char* end, CharSet& out);

// n t r f v a xHH x{H…} and punctuation.
[[nodiscard]] bool read_character_escape(const char*& at, const char* end, char32_t& out);

}  // namespace formcheck::cel
