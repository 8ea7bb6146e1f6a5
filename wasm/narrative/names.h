// The names of this application, and how they may be misspelt.
#pragma once
#include <string>
#include <vector>

#include "narrative/facts.h"
#include "narrative/line.h"

namespace formcheck::narrative {

struct Names {
  std::u32string company, short_name, method;  // folded, without spaces; blank when not known
  std::vector<std::u32string> products, brands, others;
  std::size_t company_at = Facts::kNothing, title_at = Facts::kNothing, brands_at = Facts::kNothing;
  std::vector<std::size_t> products_at;  // the values that say them, by product
  Lexicon lexicon;  // products and their short forms, rivals, the company: for attribution

  void gather(const Knowledge& knowledge, const Facts& facts);
};

// A name in a line that is nearly one of ours.
struct NearName {
  enum class Kind : std::uint8_t { company, other_company, product, brand, method };
  Kind kind;
  std::size_t begin, end;  // characters
  std::u32string ours;     // blank for other_company
  std::size_t at;          // the value that says ours, or Facts::kNothing
};

// Linear in the line, but for the number of names.
void find_near_names(const Line& line, const Knowledge& knowledge, const Names& names,
                     std::vector<NearName>& out);

// Same length, one letter different: where; npos otherwise.
[[nodiscard]] std::size_t one_letter_off(std::u32string_view a, std::u32string_view b);

}  // namespace formcheck::narrative
