// Lines that stand for a picture: nothing but a marker such as 【图1】, white space around it allowed.
#pragma once
#include <string_view>

#include "text/count.h"

namespace formcheck::text {

// Whether a line (with or without its line feed) is nothing but 【图, ASCII digits, 】. A caption makes it
// text. O(length).
[[nodiscard]] bool is_figure_line(std::string_view line) noexcept;

// What count() gives when every figure line, its line feed included, counts as nothing in every scheme.
// Linear.
[[nodiscard]] Counts count_without_figures(std::string_view s) noexcept;

}  // namespace formcheck::text
