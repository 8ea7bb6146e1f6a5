// Exact decimals: coefficient × 10^-scale, up to 34 significant digits. Nothing is ever rounded unless asked.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace formcheck::number {

class Wide256;

class Decimal {
 public:
  static constexpr int kMaxDigits = 34;
  static constexpr int kMaxScale = 34;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t value) : coefficient_(value) {}  // NOLINT: an integer is a decimal

  // "-12.50", "3", ".5", "1e3" (canonical ASCII only; see reading.h for what people type):
  // -?(d+(.d+)?|.d+)([eE][+-]?d+)?. Nothing on any other text, or when the value needs more than 34 digits or
  // 34 places. O(length).
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view s) noexcept;

  // Exact, with the scale that pencil and paper give (1.50 + 1 is 2.50); where that needs more than 34 digits
  // or places, zeros at the end of the fraction are dropped, and if that does not suffice there is no result.
  [[nodiscard]] static std::optional<Decimal> add(const Decimal& a, const Decimal& b) noexcept;
  [[nodiscard]] static std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) noexcept;
  [[nodiscard]] static std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) noexcept;
  // Quotient rounded half away from zero (四舍五入), with exactly `places` places; nothing when b is 0, when
  // `places` is outside 0…34, or on overflow.
  [[nodiscard]] static std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int places) noexcept;
  // Rounded half away from zero to at most `places` places (0…34, nothing outside); fewer places stay as they
  // are.
  [[nodiscard]] static std::optional<Decimal> round(const Decimal& d, int places) noexcept;
  [[nodiscard]] Decimal negated() const noexcept;

  // By value: 1.0 equals 1.00. Exact whatever the scales.
  [[nodiscard]] static std::strong_ordering compare(const Decimal& a, const Decimal& b) noexcept;
  friend bool operator==(const Decimal& a, const Decimal& b) noexcept { return compare(a, b) == 0; }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept {
    return compare(a, b);
  }

  [[nodiscard]] bool is_integer() const noexcept;
  [[nodiscard]] bool is_negative() const noexcept { return coefficient_ < 0; }
  [[nodiscard]] int sign() const noexcept { return (coefficient_ > 0) - (coefficient_ < 0); }
  [[nodiscard]] std::optional<std::int64_t> to_int64() const noexcept;  // only when integral and in range
  [[nodiscard]] double to_double() const noexcept;                      // nearest, ties to even
  [[nodiscard]] std::string to_string() const;                          // plain notation, scale kept: "12.50"
  [[nodiscard]] std::string to_plain() const;                           // trailing zeros dropped: "12.5"
  [[nodiscard]] int scale() const noexcept { return scale_; }

 private:
  __extension__ using Wide = __int128;  // |coefficient_| < 10^34 always
  constexpr Decimal(Wide coefficient, int scale) noexcept : coefficient_(coefficient), scale_(scale) {}
  // What 128 bits do not suffice for (decimal_wide.cc); a.scale_ ≤ b.scale_, compare: both of one sign.
  [[nodiscard]] static std::optional<Decimal> wide_add(const Decimal& a, const Decimal& b) noexcept;
  [[nodiscard]] static std::optional<Decimal> wide_multiply(const Decimal& a, const Decimal& b) noexcept;
  [[nodiscard]] static std::strong_ordering wide_compare(const Decimal& a, const Decimal& b) noexcept;
  [[nodiscard]] static std::optional<Decimal> fit(bool negative, Wide256 magnitude, int scale) noexcept;

  // Aligned as its halves are: a decimal is 24 bytes, a value of the rule language 32.
  __extension__ typedef __int128 Packed __attribute__((aligned(8)));
  Packed coefficient_ = 0;
  std::int32_t scale_ = 0;  // 0…kMaxScale
};

}  // namespace formcheck::number
