// Normalisations for comparing, never for storing: what was typed is kept as typed. All take well-formed
// UTF-8 (an ill-formed byte comes out as U+FFFD) and are linear.
#pragma once
#include <string>
#include <string_view>

namespace formcheck::text {

// White space of every width taken off both ends, line breaks too.
[[nodiscard]] std::string_view trim(std::string_view s) noexcept;

// Nothing but white space and invisible characters.
[[nodiscard]] bool is_blank(std::string_view s) noexcept;

// U+FF01…U+FF5E to ASCII, U+3000 to a space; anything else as it is.
[[nodiscard]] char32_t fold_width(char32_t c) noexcept;
[[nodiscard]] std::string fold_width(std::string_view s);

}  // namespace formcheck::text
