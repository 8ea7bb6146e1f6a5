// A long text that is edited a key at a time: kept whole for rules, counted by paragraph, so that a key recounts only
// the paragraph it falls in.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/count.h"

namespace formcheck::text {

class Paragraphs {
 public:
  // `figures`: lines that are nothing but a marker such as 【图1】 count as nothing.
  explicit Paragraphs(bool figures = false) : figures_(figures) {}

  // Replaces the whole text; finds the changed middle by comparing both ends, recounts only the paragraphs it touches.
  // Returns false when the text is the same.
  bool assign(std::string_view text);

  // Replaces `removed` UTF-16 code units at `from` by `inserted`. Offsets past the end are clamped.
  // Returns false when nothing changed.
  bool splice(std::size_t from, std::size_t removed, std::string_view inserted);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] const Counts& counts() const noexcept { return total_; }

 private:
  struct Paragraph {
    std::uint32_t bytes = 0;   // with its line feed
    std::uint32_t units = 0;   // UTF-16, with its line feed
    Counts counts;             // with its line feed; words 0 for a marker line
  };
  void replace(std::size_t first_byte, std::size_t old_bytes, std::string_view inserted);

  bool figures_;
  std::string text_;
  std::vector<Paragraph> paragraphs_;
  Counts total_;
};

}  // namespace formcheck::text
