// Decimal arithmetic on strings of digits, as taught at school: slow, of any size, and sharing nothing with
// the code it checks.
#pragma once
#include <algorithm>
#include <string>

namespace formcheck::testing {

// A natural number: decimal digits, least significant first, no zeros at the top; zero is empty.
using Natural = std::string;

inline Natural trimmed(Natural n) {
  while (!n.empty() && n.back() == '0') n.pop_back();
  return n;
}

inline int compare(const Natural& a, const Natural& b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  for (std::size_t i = a.size(); i-- != 0;) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

inline Natural plus(const Natural& a, const Natural& b) {
  Natural out;
  int carry = 0;
  for (std::size_t i = 0; i < std::max(a.size(), b.size()) || carry != 0; ++i) {
    const int sum = (i < a.size() ? a[i] - '0' : 0) + (i < b.size() ? b[i] - '0' : 0) + carry;
    out += static_cast<char>('0' + sum % 10);
    carry = sum / 10;
  }
  return trimmed(out);
}

inline Natural minus(const Natural& a, const Natural& b) {  // needs a ≥ b
  Natural out;
  int borrow = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    int d = a[i] - '0' - (i < b.size() ? b[i] - '0' : 0) - borrow;
    borrow = d < 0 ? 1 : 0;
    out += static_cast<char>('0' + (d + 10) % 10);
  }
  return trimmed(out);
}

inline Natural times(const Natural& a, const Natural& b) {
  std::string out(a.size() + b.size(), '0');
  for (std::size_t i = 0; i < a.size(); ++i) {
    int carry = 0;
    for (std::size_t j = 0; j < b.size() || carry != 0; ++j) {
      const int sum = out[i + j] - '0' + (j < b.size() ? (a[i] - '0') * (b[j] - '0') : 0) + carry;
      out[i + j] = static_cast<char>('0' + sum % 10);
      carry = sum / 10;
    }
  }
  return trimmed(out);
}

inline Natural shifted(Natural n, int by) {
  return n.empty() ? n : n.insert(0, static_cast<std::size_t>(by), '0');
}

// a / b with the remainder in a.
inline Natural divided(Natural& a, const Natural& b) {
  Natural quotient, rest;
  for (std::size_t i = a.size(); i-- != 0;) {
    rest.insert(rest.begin(), a[i]);
    rest = trimmed(rest);
    char digit = '0';
    for (; compare(rest, b) >= 0; ++digit) rest = minus(rest, b);
    quotient.insert(quotient.begin(), digit);
  }
  a = rest;
  return trimmed(quotient);
}

// sign × digits × 10^-scale.
struct Exact {
  bool negative = false;
  Natural digits;
  int scale = 0;
};

inline Exact exact(const std::string& plain) {  // "-12.50"
  Exact out;
  for (const char c : plain) {
    if (c == '-') out.negative = true;
    if (c >= '0' && c <= '9') out.digits.insert(out.digits.begin(), c);
  }
  if (const auto point = plain.find('.'); point != std::string::npos)
    out.scale = static_cast<int>(plain.size() - point - 1);
  out.digits = trimmed(out.digits);
  return out;
}

// Zeros at the end of the fraction dropped; no -0.
inline std::string plain(Exact e) {
  while (e.scale > 0 && (e.digits.empty() || e.digits.front() == '0')) {
    if (!e.digits.empty()) e.digits.erase(0, 1);
    --e.scale;
  }
  while (static_cast<int>(e.digits.size()) <= e.scale) e.digits += '0';
  std::string out(e.digits.rbegin(), e.digits.rend());
  if (e.scale > 0) out.insert(out.size() - static_cast<std::size_t>(e.scale), 1, '.');
  return (e.negative && !trimmed(e.digits).empty() ? "-" : "") + out;
}

inline Exact sum(Exact a, Exact b) {
  const int scale = std::max(a.scale, b.scale);
  a.digits = shifted(a.digits, scale - a.scale);
  b.digits = shifted(b.digits, scale - b.scale);
  if (a.negative == b.negative) return {a.negative, plus(a.digits, b.digits), scale};
  if (compare(a.digits, b.digits) < 0) std::swap(a, b);
  return {a.negative, minus(a.digits, b.digits), scale};
}

inline Exact product(const Exact& a, const Exact& b) {
  return {a.negative != b.negative, times(a.digits, b.digits), a.scale + b.scale};
}

// Rounded half away from zero to `places`; b is not zero.
inline Exact quotient(const Exact& a, const Exact& b, int places) {
  const int shift = places + b.scale - a.scale;
  Natural dividend = shifted(a.digits, std::max(shift, 0));
  const Natural divisor = shifted(b.digits, std::max(-shift, 0));
  Natural q = divided(dividend, divisor);
  if (compare(plus(dividend, dividend), divisor) >= 0) q = plus(q, "1");
  return {a.negative != b.negative, q, places};
}

inline int order(const Exact& a, const Exact& b) {
  const Exact d = sum(a, {!b.negative, b.digits, b.scale});
  return d.digits.empty() ? 0 : d.negative ? -1 : 1;
}

// Whether a value can be a Decimal: at most 34 digits and 34 places, once needless zeros are gone.
inline bool representable(const Exact& e) {
  const Exact least = exact(plain(e));
  return least.digits.size() <= 34 && least.scale <= 34;
}

}  // namespace formcheck::testing
