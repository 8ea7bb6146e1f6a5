// Decimals from text, to text and to binary floating point.
#include "number/decimal.h"
#include "number/powers.h"
#include "number/real.h"

namespace formcheck::number {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// Digits of a significand, gathered until the coefficient is full; zeros beyond that may yet prove harmless.
struct Significand {
  Unsigned coefficient = 0;
  std::int64_t exponent = 0;  // value = coefficient × 10^exponent
  bool full = false;          // a digit other than 0 came after 34: not representable

  void take(unsigned digit, bool fraction) noexcept {
    if (coefficient >= kTen[Decimal::kMaxDigits - 1]) {
      if (digit != 0) full = true;
      if (!fraction) ++exponent;
      return;
    }
    coefficient = coefficient * 10 + digit;
    if (fraction) --exponent;
  }
};

// "e-12" from `p` to the end; false when ill-formed. Saturates far outside what a decimal can hold.
bool read_exponent(const char* p, const char* end, std::int64_t& out) noexcept {
  bool negative = false;
  if (p != end && (*p == '+' || *p == '-')) negative = *p++ == '-';
  if (p == end) return false;
  std::int64_t value = 0;
  for (; p != end; ++p) {
    if (!is_digit(*p)) return false;
    if (value < std::int64_t{1} << 40) value = value * 10 + (*p - '0');
  }
  out = negative ? -value : value;
  return true;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view s) noexcept {
  const char* p = s.data();
  const char* const end = p + s.size();
  const bool negative = p != end && *p == '-';
  if (negative) ++p;

  Significand digits;
  const char* const whole = p;
  for (; p != end && is_digit(*p); ++p) digits.take(static_cast<unsigned>(*p - '0'), false);
  const bool has_whole = p != whole;
  if (p != end && *p == '.') {
    const char* const fraction = ++p;
    for (; p != end && is_digit(*p); ++p) digits.take(static_cast<unsigned>(*p - '0'), true);
    if (p == fraction) return std::nullopt;
  } else if (!has_whole) {
    return std::nullopt;
  }
  std::int64_t exponent = 0;
  if (p != end && ((*p != 'e' && *p != 'E') || !read_exponent(p + 1, end, exponent))) return std::nullopt;
  if (digits.full) return std::nullopt;

  exponent += digits.exponent;
  Unsigned m = digits.coefficient;
  if (m == 0)
    return Decimal(0, exponent >= 0 ? 0 : static_cast<int>(exponent < -kMaxScale ? kMaxScale : -exponent));
  for (; exponent < -kMaxScale; ++exponent) {
    if (m % 10 != 0) return std::nullopt;
    m /= 10;
  }
  if (exponent >= 0) {
    if (exponent >= kMaxDigits || m > kLargest / kTen[exponent]) return std::nullopt;
    m *= kTen[exponent];
    exponent = 0;
  }
  const auto value = static_cast<Wide>(m);
  return Decimal(negative ? -value : value, static_cast<int>(-exponent));
}

std::string Decimal::to_string() const {
  char buffer[kMaxDigits + 4];  // sign, a leading zero, the point, 34 digits or the 34 places after "0."
  char* const end = buffer + sizeof buffer;
  char* p = end;
  auto m = coefficient_ < 0 ? -static_cast<Unsigned>(coefficient_) : static_cast<Unsigned>(coefficient_);
  for (int i = 0; i < scale_; ++i) *--p = drop_digit(m);
  if (scale_ != 0) *--p = '.';
  do {
    *--p = drop_digit(m);
  } while (m != 0);
  if (coefficient_ < 0) *--p = '-';
  return std::string(p, end);
}

std::string Decimal::to_plain() const {
  std::string out = to_string();
  if (scale_ != 0) {
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
  }
  return out;
}

double Decimal::to_double() const noexcept { return *parse_real(to_string()); }

}  // namespace formcheck::number
