// Pattern text → what regex.h searches with.
#pragma once
#include <string_view>
#include <tl/expected.hpp>

#include "cel/regex.h"

namespace formcheck::cel {

// The fault is static text in English for developers.
[[nodiscard]] tl::expected<Pattern, std::string_view> compile_pattern(std::string_view pattern);

}  // namespace formcheck::cel
