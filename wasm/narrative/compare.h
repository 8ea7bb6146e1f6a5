// Holds attributed figures against the tables.
#pragma once
#include "narrative/attribute.h"
#include "narrative/facts.h"
#include "narrative/finding.h"

namespace formcheck::narrative {

// What a figure is found to be, when it is not what the form says.
struct Verdict {
  enum class Kind : std::uint8_t { fine, mismatch, year, growth, ratio, rank };
  Kind kind = Kind::fine;
  number::Decimal expected;        // in the indicator's unit, for growth and ratios with two places
  std::vector<std::size_t> cells;  // what it rests on
  int other_year = 0;              // Kind::year: whose value it is
  bool known = true;               // Kind::year: the form has a value of the year told
};

// `all`: the figures of the same line (for pairs).
[[nodiscard]] Verdict compare(const Figure& figure, const std::vector<Figure>& all,
                              const Knowledge& knowledge, const Facts& facts);

// Whether the shown value stands for the actual one at the coarser precision of the two.
[[nodiscard]] bool agrees(const Figure& shown, const number::Decimal& actual,
                          const number::Decimal& actual_ulp);

}  // namespace formcheck::narrative
