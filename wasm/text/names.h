// Names as people mean them, for comparing and never for storing. All take well-formed UTF-8 (an ill-formed byte comes out as
// U+FFFD) and are linear.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace formcheck::text {

// A name for comparing: width folded, all white space and invisible characters removed, brackets of every
// kind as (), Latin letters lower-cased, dots · • ‧ ・ as one. "浙江（某某） 公司" equals "浙江(某某)公司".
// Idempotent.
[[nodiscard]] std::string normal_name(std::string_view s);

// Whether it is a name like that already; rather no than a long look. (Hanzi, digits and small letters alone.)
[[nodiscard]] bool is_normal_name(std::string_view s) noexcept;

// What these say of normal names, without making them wherever the texts as they are or their beginnings show it.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);
// The same number for all texts that are the same name.
[[nodiscard]] std::uint64_t name_hash(std::string_view s);
[[nodiscard]] bool contains_name(std::string_view s, std::string_view name);
[[nodiscard]] bool starts_with_name(std::string_view s, std::string_view name);

}  // namespace formcheck::text
