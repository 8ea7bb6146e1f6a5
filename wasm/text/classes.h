// Character classes, from Unicode 15 ranges where they matter here. For counting, every code point is of one
// of four kinds: a space, invisible, one that counts alone, or (all the rest) part of a word.
//
// `counts_alone` is Word's own notion of an East Asian character: the font-slot table Word publishes for
// w:rFonts
// ([MS-OI29500] 2.1.88) with the East Asian hint, which text typed in a Chinese document carries. It explains
// every row of the published measurements (tests/cases/text/count.json), among them the surprising ones: ² ±
// × · σ ℃ and a bare combining accent count 1 each. Two choices the measurements leave open:
//  - accented Latin letters make words as plain ones do ("café" is one), since Word's slot depends on the
//  language there;
//  - what is invisible counts nothing and breaks no word (measured for U+200B and U+200D; the same is assumed
//  of
//    variation selectors, soft hyphens, direction marks and U+FEFF: 👨‍👩‍👧 is 3, 葛󠄀 is 1).
#pragma once

namespace formcheck::text {

[[nodiscard]] bool is_space(char32_t c) noexcept;      // White_Space, U+3000 and U+00A0 included
[[nodiscard]] bool counts_alone(char32_t c) noexcept;  // Word counts it as one 字 by itself
[[nodiscard]] bool is_han(char32_t c) noexcept;        // Script=Han: ideographs, 〇 and 々 included
[[nodiscard]] bool is_invisible(
    char32_t c) noexcept;  // zero-width: joiners, U+200B, soft hyphen, direction marks
[[nodiscard]] bool is_control(
    char32_t c) noexcept;  // C0/C1 controls other than tab, line feed and carriage return; noncharacters

}  // namespace formcheck::text
