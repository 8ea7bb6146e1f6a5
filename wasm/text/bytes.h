// Comparing, searching and moving long texts eight bytes at a time. The C library of MVP WebAssembly goes
// byte by byte, or nearly so, which for a key in 40,000 字 costs more than all the rest. Measured there on
// 105 KB: moving half of it 1.0 against 16 µs, comparing 2.7 against 7.3 µs, searching 4.6 against 11 µs.
// (Natively the library is faster, by less.)
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace formcheck::text {

// Bytes at which both begin, or end, alike. O(shorter length).
[[nodiscard]] std::size_t common_prefix(std::string_view a, std::string_view b) noexcept;
[[nodiscard]] std::size_t common_suffix(std::string_view a, std::string_view b) noexcept;

// Length of the first line, its line feed included; all of `s` when it has none.
[[nodiscard]] std::size_t line_length(std::string_view s) noexcept;

// Puts `inserted` in the place of the `removed` bytes at `at`. Needs at + removed <= s.size() and no
// aliasing. Moves the bytes behind, and all of them when the string must grow.
void replace_bytes(std::string& s, std::size_t at, std::size_t removed, std::string_view inserted);

}  // namespace formcheck::text
