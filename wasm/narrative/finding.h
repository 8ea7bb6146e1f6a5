// A remark on a text: what rule, where, with what words. Severity and wording are data.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "text/args.h"

namespace formcheck::narrative {

inline constexpr std::uint32_t kWhole = 0xFFFFFFFF;

// A place: a value, and within it UTF-16 code units (kWhole: all of it).
struct Place {
  std::size_t value = 0;  // index into Facts::values()
  std::uint32_t from = kWhole, to = kWhole;
};

struct Mend {
  Place at;
  std::string to;
};

struct Remark {
  std::string rule, wording;  // wording: key of the message, the rule's own when blank
  std::vector<Place> at;      // the first gets the focus
  text::Args args;
  std::string actual, expected;
  std::vector<Mend>
      mends;  // replacements that mend it, from the last to the first; none when a person must decide
  std::string subject = {};  // tells it from others with the same values: an indicator, a paragraph
  bool names_place = false;  // the other places only show where `expected` is said; more may stand there
};

}  // namespace formcheck::narrative
