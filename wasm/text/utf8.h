// UTF-8 in and out. All text in the core is UTF-8; JavaScript's UTF-16 lengths are computed, never stored.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace formcheck::text {

// Decodes one code point and advances `p`. Needs p < end. An ill-formed sequence gives U+FFFD and advances by
// one byte, so a loop always ends. O(1).
char32_t decode(const char*& p, const char* end) noexcept;

// Appends a code point (a surrogate or a value above U+10FFFF is appended as U+FFFD).
void append(std::string& out, char32_t c);

// Byte offset of the first ill-formed sequence (Unicode 15, table 3-7), or nothing when the text is
// well-formed UTF-8.
[[nodiscard]] std::optional<std::size_t> first_invalid(std::string_view s) noexcept;

// UTF-16, as JavaScript has it, to UTF-8. A lone surrogate becomes U+FFFD: what comes out is always well-formed. Linear.
[[nodiscard]] std::string from_utf16(std::u16string_view s);

// Length in UTF-16 code units, as JavaScript's String.length and an HTML maxlength count.
[[nodiscard]] std::size_t utf16_length(std::string_view s) noexcept;

// Byte offset of the UTF-16 code unit `units` from the start; an offset inside a surrogate pair gives the
// pair's start; past the end gives s.size().
[[nodiscard]] std::size_t byte_offset(std::string_view s, std::size_t units) noexcept;

}  // namespace formcheck::text
