// Normalisations for comparing, never for storing: what was typed is kept as typed.
#pragma once
#include <string>
#include <string_view>

namespace formcheck::text {

[[nodiscard]] std::string_view trim(std::string_view s) noexcept;    // white space of every width, both ends
[[nodiscard]] bool is_blank(std::string_view s) noexcept;            // nothing but white space and zero-width characters
[[nodiscard]] std::string fold_width(std::string_view s);            // full-width ASCII and U+3000 to half-width
// A name for comparing: width folded, all white space and zero-width characters removed, brackets of every kind as (),
// Latin letters lower-cased, dots · • ‧ ・ as one. "浙江（某某） 公司" equals "浙江(某某)公司".
[[nodiscard]] std::string normal_name(std::string_view s);

}  // namespace formcheck::text
