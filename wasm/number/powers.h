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

// m /= 10, and the digit that drops out; in 64 bits as soon as that is enough, which is several times faster.
inline char drop_digit(Unsigned& m) noexcept {
  const auto low = static_cast<std::uint64_t>(m);
  char digit = 0;
  if (m == low) {
    digit = static_cast<char>('0' + low % 10);
    m = low / 10;
  } else {
    digit = static_cast<char>('0' + static_cast<unsigned>(m % 10));
    m /= 10;
  }
  return digit;
}

inline constexpr Unsigned kLargest = kTen[34] - 1;  // the largest coefficient: 34 nines

}  // namespace formcheck::number
