// Regular expressions in linear time: the common part of RE2's syntax, over code points.
//
//   .  [a-z]  [^…]  [[:alpha:]]  \d \D \w \W \s \S  \p{Han} \P{Han}
//   x|y  (…)  (?:…)  (?P<name>…)  (?ims)  (?i:…)  ^ $ \A \z \b \B
//   * + ? {n} {n,} {n,m} and their lazy forms
//   \n \t \r \f \v \a \xHH \x{H…}, and \ before punctuation
//
// \d \w \s \b and (?i) know ASCII only, as RE2's do for the first four. No back-references, no look-around.
// Bounds: pattern ≤ 1,000 bytes, counts ≤ 1,000, nesting ≤ 32, ≤ 4,000 instructions.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace formcheck::cel {

// A set of code points: sorted, separate ranges, perhaps with Han or all but Han, perhaps all the others
// instead.
struct CharSet {
  struct Range {
    char32_t first, last;
  };
  std::vector<Range> ranges;
  bool han = false, not_han = false, negated = false;

  void add(char32_t first, char32_t last) { ranges.push_back({first, last}); }
  void add_case_variants();  // of ASCII letters
  void finish();             // sorts and merges; needed before contains()
  [[nodiscard]] bool contains(char32_t c) const noexcept;
};

// Bytes a match can start with in UTF-8: what lets a search skip text quickly.
struct LeadBytes {
  std::uint64_t bits[4] = {};

  void add(char32_t c) { add(c, c); }
  void add(char32_t first, char32_t last);
  void add(const CharSet& set);
  void add_all() { bits[0] = bits[1] = bits[2] = bits[3] = ~std::uint64_t{0}; }
  [[nodiscard]] bool contains(char c) const noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return (bits[byte >> 6] >> (byte & 63) & 1) != 0;
  }
};

class Pattern {
 public:
  // Whether it matches anywhere in `text`. Takes from `steps` for the work done: one for every 8 states
  // visited; nothing when they run out. O(text × pattern).
  [[nodiscard]] std::optional<bool> search(std::string_view text, std::int64_t& steps) const;

  [[nodiscard]] std::size_t size() const noexcept { return code_.size(); }

 private:
  friend class PatternCompiler;  // compile/regex_compile.h makes them
  friend class PatternImage;     // image.cc keeps them
  friend class PatternRun;

  enum class Do : std::uint8_t {
    match,
    character,
    set,
    split,
    jump,
    text_start,
    text_end,
    line_start,
    line_end,
    word,
    no_word
  };
  struct Instruction {
    Do what = Do::match;
    std::uint32_t a = 0;  // character; index of the set; where to go (split: first)
    std::uint32_t b = 0;  // split: the other way
  };

  std::vector<Instruction> code_;
  std::vector<CharSet> sets_;
  std::string prefix_;        // every match starts with it
  LeadBytes lead_;            // every match starts with one of them
  bool anchored_ = false;     // every match starts at the start of the text
  bool only_prefix_ = false;  // the pattern is nothing else
};

}  // namespace formcheck::cel
