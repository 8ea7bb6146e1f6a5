// Character classes, from Unicode 15 ranges where they matter here. Every code point belongs to exactly one
// of four kinds for counting: space, joiner, alone, run (what is none of the other three).
//
// `counts_alone` is Word's own notion of an East Asian character: the font-slot table Word publishes for
// w:rFonts
// ([MS-OI29500] 2.1.88) with the East Asian hint, which is what text typed in a Chinese document carries. It
// explains every row of the published measurements (tests/cases/text/count.json), among them the surprising
// ones: ² ± × · σ ℃ and a bare combining accent count 1 each. Two choices the table leaves open:
//  - accented Latin letters make words, as plain ones do ("café" is one word), although Word's slots depend
//  on the
//    language of the run there;
//  - U+200D, variation selectors and their like only join: they count nothing and break no word (👨‍👩‍👧 is
//  3, 葛󠄀 is 1).
#pragma once

namespace formcheck::text {

[[nodiscard]] bool is_space(char32_t c) noexcept;      // White_Space, U+3000 and U+00A0 included
[[nodiscard]] bool is_joiner(char32_t c) noexcept;     // U+200D, U+2060, U+FEFF, variation selectors, tags
[[nodiscard]] bool counts_alone(char32_t c) noexcept;  // Word counts it as one 字 by itself
[[nodiscard]] bool is_han(char32_t c) noexcept;        // Script=Han: ideographs, 〇 and 々 included
[[nodiscard]] bool is_invisible(
    char32_t c) noexcept;  // zero-width: joiners, U+200B, soft hyphen, direction marks
[[nodiscard]] bool is_control(
    char32_t c) noexcept;  // C0/C1 controls other than tab and line feed; noncharacters

}  // namespace formcheck::text
