// Numbers from and to text, the same in every locale.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace formcheck::cel {

// [+-]?(d+(.d*)?|.d+)([eE][+-]?d+)?, NaN, [+-]?Infinity; nearest double. Nothing on other text, or when a
// finite number is beyond double's range.
[[nodiscard]] std::optional<double> parse_double(std::string_view s);

// [+-]?d+; nothing on other text or beyond 64 bits.
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view s) noexcept;

// Shortest text that reads back as the same double: "123.456", "-0.0045", "3", "1e+23", "NaN", "-Infinity".
[[nodiscard]] std::string double_text(double value);

[[nodiscard]] std::string integer_text(std::int64_t value);

}  // namespace formcheck::cel
