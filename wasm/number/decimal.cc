#include "number/decimal.h"

#include "number/powers.h"
#include "number/sign.h"

namespace formcheck::number {
namespace {

// Whether a 128-bit product with another such value cannot overflow.
bool is_short(Signed v) noexcept { return v == static_cast<std::int64_t>(v); }

bool fits(Signed v) noexcept { return magnitude(v) <= kLargest; }

}  // namespace

[[gnu::noinline]] std::optional<Decimal> Decimal::add(const Decimal& a, const Decimal& b) noexcept {
  if (a.scale_ > b.scale_) return add(b, a);
  const int gap = b.scale_ - a.scale_;
  if (gap == 0 || (gap <= 18 && is_short(a.coefficient_))) {
    // |a × 10^gap| < 2^63 × 10^18 < 1.2 × 2^122 and |b| < 2^113, so the sum fits 128 bits.
    const Signed sum =
        (gap == 0 ? a.coefficient_ : a.coefficient_ * static_cast<Signed>(kTen[gap])) + b.coefficient_;
    if (fits(sum)) return Decimal(sum, b.scale_);
  }
  return wide_add(a, b);
}

std::optional<Decimal> Decimal::subtract(const Decimal& a, const Decimal& b) noexcept {
  return add(a, b.negated());
}

[[gnu::noinline]] std::optional<Decimal> Decimal::multiply(const Decimal& a, const Decimal& b) noexcept {
  const int scale = a.scale_ + b.scale_;
  if (scale <= kMaxScale && is_short(a.coefficient_) && is_short(b.coefficient_)) {
    const Signed product = a.coefficient_ * b.coefficient_;
    if (fits(product)) return Decimal(product, scale);
  }
  return wide_multiply(a, b);
}

std::optional<Decimal> Decimal::divide(const Decimal& a, const Decimal& b, int places) noexcept {
  if (b.coefficient_ == 0 || places < 0 || places > kMaxScale) return std::nullopt;
  const bool negative = (a.coefficient_ < 0) != (b.coefficient_ < 0);
  Unsigned dividend = magnitude(a.coefficient_);
  Unsigned divisor = magnitude(b.coefficient_);
  int shift = b.scale_ - a.scale_ + places;  // the quotient wanted is dividend × 10^shift / divisor
  for (; shift < 0; ++shift) {
    if (divisor > dividend * 2) return Decimal(0, places);  // below one half, and getting smaller
    divisor *= 10;
  }
  if (shift > 0 && shift <= 18 && dividend < kTen[18]) dividend *= kTen[shift], shift = 0;  // one division for all digits
  Unsigned quotient = dividend / divisor, rest = dividend % divisor;
  for (; shift > 0 && (quotient | rest) != 0; --shift) {
    if (quotient > kLargest) return std::nullopt;
    rest *= 10;  // rest < divisor < 10^34 here: a grown divisor means that shift was negative
    quotient = quotient * 10 + rest / divisor;
    rest %= divisor;
  }
  if (rest >= divisor - rest) ++quotient;
  if (quotient > kLargest) return std::nullopt;
  return Decimal(with_sign(quotient, negative), places);
}

std::optional<Decimal> Decimal::round(const Decimal& d, int places) noexcept {
  if (places < 0 || places > kMaxScale) return std::nullopt;
  return places >= d.scale_ ? std::optional(d) : divide(d, Decimal(1), places);
}

Decimal Decimal::negated() const noexcept { return Decimal(-coefficient_, scale_); }

std::strong_ordering Decimal::compare(const Decimal& a, const Decimal& b) noexcept {
  if (a.scale_ == b.scale_) return a.coefficient_ <=> b.coefficient_;
  const int sign = a.sign();
  if (sign != b.sign()) return sign <=> b.sign();
  if (sign == 0) return std::strong_ordering::equal;
  if (a.scale_ > b.scale_) return 0 <=> compare(b, a);
  const int gap = b.scale_ - a.scale_;
  if (gap <= 18 && is_short(a.coefficient_)) {
    return a.coefficient_ * static_cast<Signed>(kTen[gap]) <=> b.coefficient_;
  }
  return wide_compare(a, b);
}

bool Decimal::is_integer() const noexcept {
  return scale_ == 0 || magnitude(coefficient_) % kTen[scale_] == 0;
}

std::optional<std::int64_t> Decimal::to_int64() const noexcept {
  if (!is_integer()) return std::nullopt;
  const Signed whole = coefficient_ / static_cast<Signed>(kTen[scale_]);
  if (!is_short(whole)) return std::nullopt;
  return static_cast<std::int64_t>(whole);
}

}  // namespace formcheck::number
