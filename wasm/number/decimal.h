// Exact decimals: coefficient × 10^-scale, up to 34 significant digits. Nothing is ever rounded unless asked.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace formcheck::number {

class Decimal {
 public:
  static constexpr int kMaxDigits = 34;
  static constexpr int kMaxScale = 34;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t value) : coefficient_(value) {}  // NOLINT: an integer is a decimal

  // "-12.50", "3", ".5", "1e3" (canonical ASCII only; see reading.h for what people type).
  // Nothing on any other text, or when it needs more than 34 digits.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view s) noexcept;

  // Exact; nothing on overflow of 34 digits.
  [[nodiscard]] static std::optional<Decimal> add(const Decimal& a, const Decimal& b) noexcept;
  [[nodiscard]] static std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) noexcept;
  [[nodiscard]] static std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) noexcept;
  // Quotient rounded half away from zero (四舍五入) to `places` (0…34); nothing when b is 0 or on overflow.
  [[nodiscard]] static std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int places) noexcept;
  [[nodiscard]] static std::optional<Decimal> round(const Decimal& d, int places) noexcept;
  [[nodiscard]] Decimal negated() const noexcept;

  // By value: 1.0 equals 1.00. Exact whatever the scales.
  [[nodiscard]] static std::strong_ordering compare(const Decimal& a, const Decimal& b) noexcept;
  friend bool operator==(const Decimal& a, const Decimal& b) noexcept { return compare(a, b) == 0; }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept { return compare(a, b); }

  [[nodiscard]] bool is_integer() const noexcept;
  [[nodiscard]] bool is_negative() const noexcept { return coefficient_ < 0; }
  [[nodiscard]] std::optional<std::int64_t> to_int64() const noexcept;  // only when integral and in range
  [[nodiscard]] double to_double() const noexcept;                      // nearest
  [[nodiscard]] std::string to_string() const;                          // plain notation, scale kept: "12.50"
  [[nodiscard]] std::string to_plain() const;                           // trailing zeros dropped: "12.5"
  [[nodiscard]] int scale() const noexcept { return scale_; }

 private:
  __extension__ using Wide = __int128;
  Wide coefficient_ = 0;
  std::int32_t scale_ = 0;  // 0…kMaxScale
};

}  // namespace formcheck::number
