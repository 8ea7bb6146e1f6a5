// Reading a number as people type it: full-width digits, thousands separators, percent signs, spaces. The
// typed text is never changed; this only says what it means.
#pragma once
#include <string_view>

#include "number/decimal.h"

namespace formcheck::number {

enum class Meaning : unsigned char { blank, value, unreadable };

struct Reading {
  Meaning meaning = Meaning::blank;
  Decimal value;         // as written: "12.5%" reads 12.5 with percent set
  bool percent = false;  // ended in % ％ ‰ is unreadable
  bool separators =
      false;  // had thousands separators (, ， ’ in groups of three; a wrong grouping is unreadable)
};

// Accepts surrounding and inner spaces, ASCII and full-width digits, sign + - － −, one decimal point . ．
// 。-free, optional exponent-free. Anything else (units, ≈, ranges, Chinese numerals) is unreadable.
// O(length); at most 64 code points.
[[nodiscard]] Reading read_number(std::string_view typed) noexcept;

}  // namespace formcheck::number
