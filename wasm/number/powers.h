// Powers of ten in 128 bits. Private to this room.
#pragma once
#include <array>

#include "number/wide.h"

namespace formcheck::number {

inline constexpr std::array<Unsigned, 39> kTen = [] {  // 10^0 … 10^38, all that fit
  std::array<Unsigned, 39> out{};
  Unsigned power = 1;
  for (auto& p : out) {
    p = power;
    power *= 10;
  }
  return out;
}();

inline constexpr Unsigned kLargest = kTen[34] - 1;  // the largest coefficient: 34 nines

}  // namespace formcheck::number
