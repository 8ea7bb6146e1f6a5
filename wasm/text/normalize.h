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

// A name for comparing: width folded, all white space and invisible characters removed, brackets of every
// kind as (), Latin letters lower-cased, dots · • ‧ ・ as one. "浙江（某某） 公司" equals "浙江(某某)公司".
// Idempotent.
[[nodiscard]] std::string normal_name(std::string_view s);

// Whether it is a name like that already; rather no than a long look. (Hanzi, digits and small letters alone.)
[[nodiscard]] bool is_normal_name(std::string_view s) noexcept;

// What these say of normal names, without making them wherever the texts as they are or their beginnings show it.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);
[[nodiscard]] bool contains_name(std::string_view s, std::string_view name);
[[nodiscard]] bool starts_with_name(std::string_view s, std::string_view name);

}  // namespace formcheck::text
