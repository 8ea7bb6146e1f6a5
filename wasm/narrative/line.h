// One paragraph taken apart into characters, folded for matching, with their places as the page counts them.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace formcheck::narrative {

struct Line {
  std::u32string chars;              // width folded, ASCII letters as they are; one element a code point
  std::u32string raw;                // as typed
  std::vector<std::uint32_t> units;  // UTF-16 offset of each character, and of the end

  // Refills from UTF-8 without its line feed. Linear; keeps its memory.
  void read(std::string_view utf8);
  [[nodiscard]] std::size_t size() const { return chars.size(); }
  [[nodiscard]] std::string text(std::size_t from, std::size_t to) const;  // as typed, UTF-8
  [[nodiscard]] bool starts(std::size_t at, std::u32string_view what) const {
    return chars.compare(at, what.size(), what) == 0;
  }
};

[[nodiscard]] std::u32string to_utf32(std::string_view utf8);  // as it is
[[nodiscard]] std::u32string folded(std::string_view utf8);    // width folded
[[nodiscard]] std::string to_utf8(std::u32string_view chars);

}  // namespace formcheck::narrative
