// Pattern text → tree, the first half of compiling one.
#pragma once
#include <cstdint>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "cel/regex.h"

namespace formcheck::cel {

struct RegexNode {
  enum class Is : std::uint8_t {
    empty,
    character,
    set,
    concat,
    alternate,
    repeat,
    text_start,
    text_end,
    line_start,
    line_end,
    word,
    no_word
  };
  static constexpr std::uint32_t kUnlimited = 0xFFFFFFFF;

  Is is = Is::empty;
  char32_t character = 0;
  std::uint32_t set = 0;           // index into RegexTree::sets
  std::uint32_t min = 0, max = 0;  // repeat
  std::vector<std::uint32_t> children;
};

struct RegexTree {
  std::vector<RegexNode> nodes;
  std::vector<CharSet> sets;
  std::uint32_t root = 0;
};

[[nodiscard]] tl::expected<RegexTree, std::string_view> parse_regex(std::string_view pattern);

}  // namespace formcheck::cel
