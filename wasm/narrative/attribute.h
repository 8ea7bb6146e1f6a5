// Which figure speaks of which indicator, of what year and in what part. Says nothing rather than guess.
#pragma once
#include "narrative/tokens.h"

namespace formcheck::narrative {

enum class Bound : std::uint8_t { exact, about, over, near };

inline constexpr int kUnknownYear = -1, kNoYear = 0;

struct Figure {
  std::uint32_t begin = 0, end = 0;  // characters of the line
  std::uint16_t indicator = kNone16;
  FigureRole role = FigureRole::level;
  FigureRole of = FigureRole::average;  // gap: what it is measured from
  Bound bound = Bound::exact;
  std::int8_t product = -1, rival = -1;
  bool soft = false;     // said of another day: never found fault with
  bool implied = false;  // its year is inferred: the first half of 由A提高到B
  int year = kUnknownYear;
  int other_half = -1;         // index of the other figure of 由A提高到B
  number::Decimal value, ulp;  // in the indicator's unit
  const Unit* unit = nullptr;
};

struct Contradiction {       // 由5%提高到3%
  std::uint32_t begin, end;  // of the second figure
  std::uint32_t first_begin, first_end;
};

struct Figures {
  std::vector<Figure> all;  // attributed or not, in the line's order
  std::vector<Contradiction> contradictions;
  void clear() { all.clear(), contradictions.clear(); }
};

// `year`: of the column the text stands in, 0 for none. Linear.
void attribute(const std::vector<Token>& tokens, const Knowledge& knowledge, int year, Figures& out);

}  // namespace formcheck::narrative
