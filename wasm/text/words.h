// Short lists of names written as one text with spaces between: "error warning advice". A hundred such lists
// cost a hundred strings, not a hundred tables with the code that fills them.
#pragma once
#include <cstddef>
#include <string_view>

namespace formcheck::text {

// Takes the first word off the list; "" when there is none left.
[[nodiscard]] inline std::string_view take_word(std::string_view& list) {
  const std::size_t end = list.find(' ');
  const std::string_view word = list.substr(0, end);
  list = end == std::string_view::npos ? std::string_view() : list.substr(end + 1);
  return word;
}

// Its place in the list, or npos.
[[nodiscard]] std::size_t find_word(std::string_view list, std::string_view word);

}  // namespace formcheck::text
