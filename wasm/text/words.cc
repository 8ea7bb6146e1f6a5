#include "text/words.h"

namespace formcheck::text {

std::size_t find_word(std::string_view list, std::string_view word) {
  for (std::size_t i = 0; !list.empty(); ++i) {
    if (take_word(list) == word) return i;
  }
  return std::string_view::npos;
}

}  // namespace formcheck::text
