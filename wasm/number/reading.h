// Reading a number as people type it: full-width digits, thousands separators, percent signs, spaces. The
// typed text is never changed; this only says what it means, and rather says nothing than guesses.
#pragma once
#include <string_view>

#include "number/decimal.h"

namespace formcheck::number {

enum class Meaning : unsigned char { blank, value, unreadable };

struct Reading {
  Meaning meaning = Meaning::blank;
  Decimal value;            // as written: "12.5%" reads 12.5 with percent set, "12.50" keeps two places
  bool percent = false;     // ended in % or ％ (‰ is unreadable)
  bool separators = false;  // had thousands separators
};

// [sign] digits [point digits] [percent], where
//  - digits are ASCII or full-width; either side of the point may be empty, not both; at most 34 significant
//  digits;
//  - the sign is + ＋ - － or − (U+2212), the point . or ．;
//  - thousands separators, all of one kind, are , ， ' ’ or a space between two digits; the groups after the
//  first have
//    exactly three digits and the first does not begin with 0 ("1,23", "0,500" and "3 5" are unreadable);
//  - other spaces may stand anywhere but beside a comma; invisible characters are passed over.
// Blank is what text::is_blank says. Anything else (units, ≈, ranges, exponents, Chinese numerals, two
// numbers, more than 64 code points) is unreadable. Takes well-formed UTF-8. O(length), no allocation.
[[nodiscard]] Reading read_number(std::string_view typed) noexcept;

}  // namespace formcheck::number
