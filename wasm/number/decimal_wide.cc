// Sums, products and comparisons whose way leads over more than 128 bits. Seldom taken, so a call each.
#include "number/decimal.h"
#include "number/powers.h"
#include "number/sign.h"

namespace formcheck::number {

[[gnu::noinline]] std::optional<Decimal> Decimal::fit(bool negative, Wide256 m, int scale) noexcept {
  // A zero at the end of the fraction may go without changing the value; anything else would be rounding.
  while (scale > kMaxScale || m.above(kLargest)) {
    if (scale == 0 || m.divide_by_ten() != 0) return std::nullopt;
    --scale;
  }
  return Decimal(with_sign(m.low(), negative), scale);
}

[[gnu::noinline]] std::optional<Decimal> Decimal::wide_add(const Decimal& a, const Decimal& b) noexcept {
  const bool a_negative = a.coefficient_ < 0, b_negative = b.coefficient_ < 0;
  Wide256 x = Wide256::product(magnitude(a.coefficient_), kTen[b.scale_ - a.scale_]);
  Wide256 y = Wide256::product(magnitude(b.coefficient_), 1);
  if (a_negative == b_negative) return fit(a_negative, x += y, b.scale_);
  return Wide256::compare(x, y) < 0 ? fit(b_negative, y -= x, b.scale_) : fit(a_negative, x -= y, b.scale_);
}

[[gnu::noinline]] std::optional<Decimal> Decimal::wide_multiply(const Decimal& a, const Decimal& b) noexcept {
  return fit((a.coefficient_ < 0) != (b.coefficient_ < 0), Wide256::product(magnitude(a.coefficient_), magnitude(b.coefficient_)),
             a.scale_ + b.scale_);
}

[[gnu::noinline]] std::strong_ordering Decimal::wide_compare(const Decimal& a, const Decimal& b) noexcept {
  const auto order =
      Wide256::compare(Wide256::product(magnitude(a.coefficient_), kTen[b.scale_ - a.scale_]), Wide256::product(magnitude(b.coefficient_), 1));
  return a.coefficient_ < 0 ? 0 <=> order : order;
}

}  // namespace formcheck::number
