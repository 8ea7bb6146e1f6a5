// What disturbs a reader in one paragraph whatever it says: signs, brackets, counting, placeholders,
// leftovers, personal data.
#pragma once
#include <string>
#include <vector>

#include "narrative/knowledge.h"
#include "narrative/line.h"

namespace formcheck::narrative {

struct Blemish {
  enum class Kind : std::uint8_t {
    half_width,
    unpaired,
    numbering,
    placeholder,
    leftover,
    superlative,
    personal,
    figure_reference
  };
  Kind kind;
  std::size_t begin, end;         // characters
  std::uint32_t number = 0;       // numbering: what was expected; figure_reference: which figure
  std::u32string mend;            // half_width: the full-width sign
  std::vector<std::size_t> more;  // half_width: the other signs of the paragraph
};

void find_blemishes(const Line& line, const Knowledge& knowledge, std::vector<Blemish>& out);

// The number a paragraph begins with: 一、 is level 1, （一） 2, 1. 3, （1） 4; level 0 when there is none.
struct Heading {
  std::uint8_t level = 0;
  std::uint32_t number = 0;
  std::uint32_t end = 0;  // characters
};
[[nodiscard]] Heading heading_of(const Line& line);

}  // namespace formcheck::narrative
