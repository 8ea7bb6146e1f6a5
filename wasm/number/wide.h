// 256-bit magnitudes, just wide enough for the product of two 34-digit coefficients (226 bits). Private to
// this room: Decimal works in 128 bits and comes here only when an intermediate result needs more.
#pragma once
#include <array>
#include <compare>
#include <cstdint>

namespace formcheck::number {

__extension__ using Unsigned = unsigned __int128;

class Wide256 {
 public:
  // a × b, exact for any two 128-bit factors.
  [[nodiscard]] static Wide256 product(Unsigned a, Unsigned b) noexcept {
    const std::uint64_t x[2] = {static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(a >> 64)};
    const std::uint64_t y[2] = {static_cast<std::uint64_t>(b), static_cast<std::uint64_t>(b >> 64)};
    Wide256 out;
    for (int i = 0; i < 2; ++i) {
      Unsigned carry = 0;
      for (int j = 0; j < 2; ++j) {
        carry += static_cast<Unsigned>(x[i]) * y[j] + out.limb_[i + j];
        out.limb_[i + j] = static_cast<std::uint64_t>(carry);
        carry >>= 64;
      }
      out.limb_[i + 2] = static_cast<std::uint64_t>(carry);
    }
    return out;
  }

  // The callers keep both below 2^227, so a sum cannot wrap.
  Wide256& operator+=(const Wide256& o) noexcept {
    Unsigned carry = 0;
    for (int i = 0; i < 4; ++i) {
      carry += static_cast<Unsigned>(limb_[i]) + o.limb_[i];
      limb_[i] = static_cast<std::uint64_t>(carry);
      carry >>= 64;
    }
    return *this;
  }

  // Needs *this >= o.
  Wide256& operator-=(const Wide256& o) noexcept {
    std::uint64_t borrow = 0;
    for (int i = 0; i < 4; ++i) {
      const std::uint64_t less = limb_[i] - o.limb_[i];
      const std::uint64_t next = (limb_[i] < o.limb_[i] || less < borrow) ? 1 : 0;
      limb_[i] = less - borrow;
      borrow = next;
    }
    return *this;
  }

  // Divides in place by ten and gives the remainder.
  unsigned divide_by_ten() noexcept {
    Unsigned rest = 0;
    for (int i = 3; i >= 0; --i) {
      rest = rest << 64 | limb_[i];
      limb_[i] = static_cast<std::uint64_t>(rest / 10);
      rest %= 10;
    }
    return static_cast<unsigned>(rest);
  }

  [[nodiscard]] bool above(Unsigned limit) const noexcept {
    return (limb_[2] | limb_[3]) != 0 || low() > limit;
  }
  [[nodiscard]] Unsigned low() const noexcept { return static_cast<Unsigned>(limb_[1]) << 64 | limb_[0]; }

  [[nodiscard]] static std::strong_ordering compare(const Wide256& a, const Wide256& b) noexcept {
    for (int i = 3; i >= 0; --i) {
      if (a.limb_[i] != b.limb_[i]) return a.limb_[i] <=> b.limb_[i];
    }
    return std::strong_ordering::equal;
  }

 private:
  std::array<std::uint64_t, 4> limb_{};  // least significant first
};

}  // namespace formcheck::number
