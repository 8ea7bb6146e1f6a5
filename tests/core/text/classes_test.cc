#include "text/classes.h"

#include "text/case_files.h"

namespace formcheck::text {
namespace {

using testing::read_cases;

TEST_CASE("classes of the blocks and characters in tests/cases/text/classes.json") {
  const auto cases = read_cases("text/classes.json");
  const std::pair<const char*, bool (*)(char32_t)> classes[] = {{"space", is_space},
                                                                {"alone", counts_alone},
                                                                {"han", is_han},
                                                                {"invisible", is_invisible},
                                                                {"control", is_control}};
  for (const auto& [name, is] : classes) {
    for (const bool expected : {true, false}) {
      const auto& ranges = cases.at(name).at(expected ? "in" : "out");
      REQUIRE(!ranges.empty());
      for (const auto& range : ranges) {
        const std::string first = range.at(0), last = range.at(1);
        std::size_t wrong = 0;
        for (auto c = static_cast<char32_t>(std::stoul(first, nullptr, 16));
             c <= std::stoul(last, nullptr, 16); ++c) {
          if (is(c) != expected) ++wrong;
        }
        CAPTURE(name, expected, first, last);
        CHECK(wrong == 0);
      }
    }
  }
}

TEST_CASE("for counting, a code point is of one kind at most, and what is Han counts alone") {
  std::size_t several = 0, han_not_alone = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (is_space(c) + is_invisible(c) + counts_alone(c) > 1) ++several;
    if (is_han(c) && !counts_alone(c)) ++han_not_alone;
  }
  CHECK(several == 0);
  CHECK(han_not_alone == 0);
}

}  // namespace
}  // namespace formcheck::text
