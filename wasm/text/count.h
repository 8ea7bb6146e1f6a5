// 字数 by the Word model, and the other schemes people compare it with.
// Word model: every East Asian character (full-width punctuation and the symbols Word sets like it included)
// counts 1; every unbroken run of other visible characters counts 1; spaces break a run and count nothing;
// invisible characters do neither. Which character is what: classes.h. Measurements:
// tests/cases/text/count.json.
#pragma once
#include <cstdint>
#include <string_view>

namespace formcheck::text {

struct Counts {
  std::uint32_t words = 0;                 // 字数, Word model: decides limits
  std::uint32_t code_points = 0;           // 字符数(计空格)
  std::uint32_t code_points_no_space = 0;  // 字符数(不计空格)
  std::uint32_t utf16_units = 0;           // what an HTML maxlength counts
  std::uint32_t han = 0;                   // Han characters only
  std::uint32_t controls = 0;              // characters nobody typed on purpose (classes.h, is_control)

  friend bool operator==(const Counts&, const Counts&) = default;
  Counts& operator+=(const Counts& o) noexcept {
    words += o.words, code_points += o.code_points, code_points_no_space += o.code_points_no_space;
    utf16_units += o.utf16_units, han += o.han, controls += o.controls;
    return *this;
  }
  Counts& operator-=(const Counts& o) noexcept {
    words -= o.words, code_points -= o.code_points, code_points_no_space -= o.code_points_no_space;
    utf16_units -= o.utf16_units, han -= o.han, controls -= o.controls;
    return *this;
  }
};

// Counts well-formed UTF-8; an ill-formed sequence counts as utf8.h decodes it. Linear; about 1 ns a
// character, Chinese or Latin. A line break is a space, so the counts of the lines of a text (each with its
// line feed) add up to those of the text. Limit: texts below 4 GiB.
[[nodiscard]] Counts count(std::string_view s) noexcept;

}  // namespace formcheck::text
