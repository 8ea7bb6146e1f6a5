#include "number/real.h"

#include <cmath>
#include <cstdint>

namespace formcheck::number {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// 0.d[0]d[1]… × 10^point, in so many digits that any double, and the middle between two, is exact. What is
// cut off beyond is noted: it only ever decides a tie. Shifting moves the binary point (after Go's
// strconv/decimal.go).
class LongDecimal {
 public:
  void add(int digit) {
    if (count_ == kMost) {
      cut_ = cut_ || digit != 0;
    } else if (count_ > 0 || digit != 0) {
      digits_[count_++] = static_cast<std::uint8_t>(digit);
    } else {
      --point_;
    }
  }
  void move_point(int places) { point_ += places; }
  void shift(int bits) {
    for (; bits > kStep; bits -= kStep) left(kStep);
    for (; bits < -kStep; bits += kStep) right(kStep);
    bits > 0 ? left(bits) : right(-bits);
  }

  [[nodiscard]] bool zero() const { return count_ == 0; }
  [[nodiscard]] int point() const { return point_; }
  [[nodiscard]] int digit(int i) const { return i >= 0 && i < count_ ? digits_[i] : 0; }
  [[nodiscard]] int count() const { return count_; }

  // Whether rounding to the first `n` digits goes up; ties to even.
  [[nodiscard]] bool rounds_up(int n) const {
    if (n < 0 || n >= count_) return false;
    if (digits_[n] == 5 && n + 1 == count_ && !cut_) return digit(n - 1) % 2 != 0;
    return digits_[n] >= 5;
  }

  [[nodiscard]] std::uint64_t whole() const {
    std::uint64_t n = 0;
    for (int i = 0; i < point_; ++i) n = n * 10 + static_cast<std::uint64_t>(digit(i));
    return n + (rounds_up(point_) ? 1 : 0);
  }

 private:
  static constexpr int kMost = 800, kStep = 59;  // 9 × 2^59 + 2^59 fits 64 bits

  void left(int bits) {
    std::uint8_t out[kMost + 20];
    int at = kMost + 20;
    std::uint64_t carry = 0;
    for (int i = count_; i-- > 0 || carry != 0;) {
      if (i >= 0) carry += static_cast<std::uint64_t>(digits_[i]) << bits;
      out[--at] = static_cast<std::uint8_t>(carry % 10);
      carry /= 10;
    }
    const int size = kMost + 20 - at, point = point_ + size - count_;
    count_ = 0;
    for (int i = 0; i < size; ++i) add(out[at + i]);
    point_ = point;
    trim();
  }

  void right(int bits) {
    const int size = count_;
    int point = point_;
    std::uint8_t in[kMost];
    for (int i = 0; i < size; ++i) in[i] = digits_[i];
    count_ = 0;
    std::uint64_t rest = 0;
    for (int i = 0; i < size || rest != 0; ++i) {
      rest = rest * 10 + (i < size ? in[i] : 0);
      const auto digit = static_cast<int>(rest >> bits);
      rest &= (std::uint64_t{1} << bits) - 1;
      if (count_ == 0 && digit == 0) {
        --point;
      } else {
        add(digit);
      }
      if (i >= size && count_ == kMost) {
        cut_ = cut_ || rest != 0;
        break;
      }
    }
    point_ = point;
    trim();
  }

  void trim() {
    while (count_ > 0 && digits_[count_ - 1] == 0) --count_;
    if (count_ == 0) point_ = 0;
  }

  std::uint8_t digits_[kMost];
  int count_ = 0, point_ = 0;
  bool cut_ = false;
};

constexpr int kMantissa = 53, kLeast = -1022, kGreatest = 1023;

double nearest(LongDecimal& d) {
  if (d.zero() || d.point() < -330) return 0;
  if (d.point() > 310) return HUGE_VAL;
  // Bits that surely bring so many decimal places below or above the point.
  constexpr int kBits[] = {1, 3, 6, 9, 13, 16, 19, 23, 26};
  const auto bits = [&](int places) { return kBits[places < 8 ? places : 8]; };
  int exponent = 0;
  while (d.point() > 0) {
    const int n = bits(d.point());
    d.shift(-n), exponent += n;
  }
  while (d.point() < 0 || d.digit(0) < 5) {
    const int n = bits(-d.point());
    d.shift(n), exponent -= n;
  }
  --exponent;  // from ½…1 to 1…2
  if (exponent < kLeast) d.shift(exponent - kLeast), exponent = kLeast;
  d.shift(kMantissa);
  return exponent > kGreatest ? HUGE_VAL
                              : std::ldexp(static_cast<double>(d.whole()), exponent - kMantissa + 1);
}

// The first n digits of d, raised by one in the last place or not, without zeros at the end.
Digits cut(const LongDecimal& d, int n, bool up) {
  Digits out{{}, d.point()};
  for (int i = 0; i < n; ++i) out.digits += static_cast<char>('0' + d.digit(i));
  if (up) {
    while (!out.digits.empty() && out.digits.back() == '9') out.digits.pop_back();
    if (out.digits.empty()) out.digits.assign(1, '0'), ++out.exponent;
    ++out.digits.back();
  }
  while (out.digits.back() == '0') out.digits.pop_back();
  return out;
}

double value_of(const Digits& digits) {
  LongDecimal d;
  for (const char c : digits.digits) d.add(c - '0');
  d.move_point(digits.exponent);
  return nearest(d);
}

}  // namespace

std::optional<double> parse_real(std::string_view s) {
  std::size_t at = !s.empty() && (s[0] == '-' || s[0] == '+') ? 1 : 0;
  const bool negative = at == 1 && s[0] == '-';
  LongDecimal d;
  int whole = 0, fraction = 0, exponent = 0;
  for (; at < s.size() && is_digit(s[at]); ++at, ++whole) d.add(s[at] - '0');
  if (at < s.size() && s[at] == '.') {
    for (++at; at < s.size() && is_digit(s[at]); ++at, ++fraction) d.add(s[at] - '0');
  }
  if (whole + fraction == 0) return {};
  if (at < s.size() && (s[at] | 0x20) == 'e') {
    const bool sign = ++at < s.size() && (s[at] == '-' || s[at] == '+');
    const bool below = sign && s[at] == '-';
    if (sign) ++at;
    if (at == s.size()) return {};
    for (; at < s.size() && is_digit(s[at]); ++at) {
      if (exponent < 1'000'000) exponent = exponent * 10 + (s[at] - '0');
    }
    if (below) exponent = -exponent;
  }
  if (at != s.size()) return {};
  d.move_point(whole + exponent);
  const double value = nearest(d);
  return negative ? -value : value;
}

Digits shortest_digits(double positive) {
  int exponent = 0;
  const double fraction = std::frexp(positive, &exponent);
  const std::string mantissa = std::to_string(static_cast<std::uint64_t>(std::ldexp(fraction, kMantissa)));
  LongDecimal d;
  for (const char c : mantissa) d.add(c - '0');
  d.move_point(static_cast<int>(mantissa.size()));
  d.shift(exponent - kMantissa);
  // Seventeen digits always read back. With fewer only the two next to the value can; where neither does,
  // none of fewer digits still does.
  Digits best = cut(d, 17, d.rounds_up(17));
  for (int n = static_cast<int>(best.digits.size()) - 1; n > 0;
       n = static_cast<int>(best.digits.size()) - 1) {
    const bool up = d.rounds_up(n);
    Digits shorter = cut(d, n, up);
    if (value_of(shorter) != positive) shorter = cut(d, n, !up);
    if (value_of(shorter) != positive) break;
    best = std::move(shorter);
  }
  return best;
}

}  // namespace formcheck::number
