// Lines that stand for a picture: nothing but a marker such as 【图1】, white space around it allowed.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/count.h"

namespace formcheck::text {

// Whether a line (with or without its line feed) is nothing but 【图, ASCII digits, 】. A caption makes it
// text. O(length).
[[nodiscard]] bool is_figure_line(std::string_view line) noexcept;

// What count() gives when every figure line, its line feed included, counts as nothing in every scheme.
// Linear.
[[nodiscard]] Counts count_without_figures(std::string_view s) noexcept;

struct FigureLine {
  std::size_t begin, end;  // bytes, the line feed included
  std::uint32_t number;    // 0 when no figure could have it: 【图0】, or more than six digits
};

// The figure lines of a text in their order. Linear; looks closely only where a marker opens.
[[nodiscard]] std::vector<FigureLine> figure_lines(std::string_view text);

// 【图12】
[[nodiscard]] std::string figure_marker(std::uint32_t number);

// The text with its figure lines numbered anew: number n becomes to[n - 1], and the line goes away when that is 0. Numbers past
// the end of `to` become at least `free`; lines numbered 0 stay.
[[nodiscard]] std::string renumbered(std::string_view text, const std::vector<std::uint32_t>& to, std::uint32_t free);

// Where a figure line for the place at byte `at` goes, which gets a line of its own: over the line there when that is blank
// or `over` says so; else before that line when `at` is its start, and after it otherwise.
struct FigureGap {
  std::size_t begin, end;  // bytes that give way
  bool feed_before, feed_after;
};
[[nodiscard]] FigureGap figure_gap(std::string_view text, std::size_t at, bool over) noexcept;

// The line around byte `at`, without its line feed.
struct LinePlace {
  std::size_t begin, end;
};
[[nodiscard]] LinePlace line_at(std::string_view text, std::size_t at) noexcept;

}  // namespace formcheck::text
