// What every format does to a typed value before looking at it. Private to this room.
#pragma once
#include <string>
#include <string_view>

namespace formcheck::formats {

// Width folded, hyphens and dashes of every kind as '-'.
[[nodiscard]] char32_t plain(char32_t c) noexcept;

// The text in plain characters, without white space, invisible characters and those of `dropped`.
[[nodiscard]] std::string compact(std::string_view typed, std::string_view dropped = {});

[[nodiscard]] inline bool is_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
[[nodiscard]] bool all_digits(std::string_view s) noexcept;

}  // namespace formcheck::formats
