// A line as a row of tokens: terms, figures with their units, years, signs that part clauses, and the unknown
// between them.
#pragma once
#include <vector>

#include "narrative/knowledge.h"
#include "narrative/line.h"

namespace formcheck::narrative {

struct Token {
  enum class Kind : std::uint8_t { unknown, term, figure, year, comma, bracket, segment, sentence };
  Kind kind = Kind::unknown;
  Role role = Role::none;            // term
  std::uint16_t id = 0;              // term: of the indicator, product, rival
  bool edge = false;                 // term: an unknown character before it spoils it
  bool sure = false;                 // indicator: needs no cue
  bool after_more = false;           // figure: 120余件
  bool wordy = false;                // unknown: has letters, not only digits and signs
  bool ranged = false;               // figure: one end of 5%~8%
  std::uint16_t weight = 0;          // unknown: letters in it
  std::uint32_t begin = 0, end = 0;  // characters of the line
  int year = 0;
  const Unit* unit = nullptr;  // figure
  number::Decimal value, ulp;  // figure: in the measure's own unit, and what one in its last digit is worth

  [[nodiscard]] bool is(Role r) const { return kind == Kind::term && role == r; }
};

// `names` holds the terms of this application and wins over the knowledge's own. Linear.
void tokenize(const Line& line, const Knowledge& knowledge, const Lexicon& names, std::vector<Token>& out);

}  // namespace formcheck::narrative
