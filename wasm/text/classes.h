// Character classes, from Unicode 15 ranges where they matter here.
#pragma once

namespace formcheck::text {

[[nodiscard]] bool is_space(char32_t c) noexcept;            // White_Space, U+3000 and U+00A0 included
[[nodiscard]] bool is_han(char32_t c) noexcept;              // Script=Han: ideographs, 〇 and 々 included
[[nodiscard]] bool counts_alone(char32_t c) noexcept;        // Word counts it as one 字 by itself
[[nodiscard]] bool is_control(char32_t c) noexcept;          // C0/C1 controls other than tab and line feed; noncharacters

}  // namespace formcheck::text
