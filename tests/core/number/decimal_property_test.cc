// Decimal against the school arithmetic of reference.h, on numbers of every length.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>

#include "number/decimal.h"
#include "number/reference.h"

namespace formcheck::number {
namespace {

using testing::Exact;

class Numbers {
 public:
  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(engine_); }

  // Of 1 to 34 digits with a scale of 0 to 34: often short, often with runs of 0 and 9, where carries happen.
  std::string next() {
    const int digits = 1 + (below(2) == 0 ? below(6) : below(34));
    const int scale = below(3) == 0 ? 0 : below(4) == 0 ? below(35) : below(std::min(digits, 6) + 1);
    std::string s;
    int kind = below(4);
    for (int i = 0; i < digits; ++i) {
      if (below(8) == 0) kind = below(4);
      s += kind == 0 ? '0' : kind == 1 ? '9' : static_cast<char>('0' + below(10));
    }
    if (static_cast<int>(s.size()) <= scale) s.insert(0, static_cast<std::size_t>(scale) - s.size() + 1, '0');
    if (scale > 0) s.insert(s.size() - static_cast<std::size_t>(scale), 1, '.');
    return (below(3) == 0 ? "-" : "") + s;
  }

 private:
  std::mt19937 engine_{2025};
};

// What a result must be, given the exact value: that, or nothing when it does not fit.
void expect(const std::optional<Decimal>& got, const Exact& value) {
  if (testing::representable(value)) {
    REQUIRE((got ? got->to_plain() : "none") == testing::plain(value));
  } else {
    REQUIRE((got ? got->to_plain() : "none") == "none");
  }
}

TEST_CASE("reading and writing keep every digit") {
  Numbers numbers;
  for (int i = 0; i < 20000; ++i) {
    const std::string s = numbers.next();
    CAPTURE(s);
    const auto d = Decimal::parse(s);
    REQUIRE(d.has_value());
    const Exact e = testing::exact(s);
    REQUIRE(d->to_plain() == testing::plain(e));
    REQUIRE(d->scale() == e.scale);
    REQUIRE(Decimal::parse(d->to_string()) == d);
    REQUIRE(d->to_double() == std::strtod(s.c_str(), nullptr));
    REQUIRE(d->is_integer() == (testing::plain(e).find('.') == std::string::npos));
  }
}

TEST_CASE("sums, differences, products and comparisons are exact, or there is none") {
  Numbers numbers;
  for (int i = 0; i < 40000; ++i) {
    const std::string s = numbers.next(), t = numbers.next();
    CAPTURE(s, t);
    const Decimal a = *Decimal::parse(s), b = *Decimal::parse(t);
    const Exact x = testing::exact(s), y = testing::exact(t), minus_y{!y.negative, y.digits, y.scale};
    expect(Decimal::add(a, b), testing::sum(x, y));
    expect(Decimal::subtract(a, b), testing::sum(x, minus_y));
    expect(Decimal::multiply(a, b), testing::product(x, y));
    const int order = testing::order(x, y);
    REQUIRE((a < b) == (order < 0));
    REQUIRE((a == b) == (order == 0));
    REQUIRE((a > b) == (order > 0));
  }
}

TEST_CASE("quotients and roundings are the nearest, halves away from zero") {
  Numbers numbers;
  for (int i = 0; i < 20000; ++i) {
    const std::string s = numbers.next(), t = numbers.next();
    const int places = numbers.below(4) == 0 ? numbers.below(35) : numbers.below(5);
    CAPTURE(s, t, places);
    const Decimal a = *Decimal::parse(s), b = *Decimal::parse(t);
    const Exact x = testing::exact(s), y = testing::exact(t);
    expect(Decimal::round(a, places), testing::quotient(x, testing::exact("1"), places));
    if (b == Decimal(0)) continue;
    // A quotient has exactly `places` places, so zeros at its end count for the 34 digits.
    const Exact q = testing::quotient(x, y, places);
    const auto got = Decimal::divide(a, b, places);
    REQUIRE(got.has_value() == (q.digits.size() <= 34));
    if (!got) continue;
    REQUIRE(got->to_plain() == testing::plain(q));
    REQUIRE(got->scale() == places);
  }
}

TEST_CASE("shares that sum to exactly 100 do, whatever their number") {
  Numbers numbers;
  std::size_t double_misses = 0;
  for (int round = 0; round < 10000; ++round) {
    std::vector<int> cuts{0, 10000};
    for (int i = 0; i < 10; ++i) cuts.push_back(numbers.below(10001));
    std::sort(cuts.begin(), cuts.end());
    Decimal total;
    double binary = 0;
    for (std::size_t i = 1; i < cuts.size(); ++i) {
      const int share = cuts[i] - cuts[i - 1];
      const std::string typed =
          std::to_string(share / 100) + '.' + std::to_string(share % 100 / 10) + std::to_string(share % 10);
      total = *Decimal::add(total, *Decimal::parse(typed));
      binary += std::strtod(typed.c_str(), nullptr);
    }
    REQUIRE(total == Decimal(100));
    double_misses += binary > 100 ? 1 : 0;
  }
  CHECK(double_misses > 1000);  // why this class exists
}

}  // namespace
}  // namespace formcheck::number
