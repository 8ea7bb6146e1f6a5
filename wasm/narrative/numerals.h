// Numbers as prose writes them: 12,345.67, １２, 三十二, 五点三, 百分之五.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "number/decimal.h"

namespace formcheck::narrative {

struct Numeral {
  std::size_t end = 0;  // index behind it
  number::Decimal value;
  char32_t per = 0;      // % ‰ ‱ when 百分之, 千分之, 万分之 stood before
  bool written = false;  // in Chinese numerals
};

// The number at `at` of a width-folded line; nothing when there is none. Arabic digits with thousands commas
// (and none of it when the groups are not threes), or Chinese numerals up to 千亿; a trailing 万 or 亿 is
// left to the unit. O(its length).
[[nodiscard]] std::optional<Numeral> numeral_at(std::u32string_view line, std::size_t at);

[[nodiscard]] inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
[[nodiscard]] int written_digit(char32_t c);  // 零〇一二…九两; -1 for others

}  // namespace formcheck::narrative
