// A long text that is edited a key at a time: kept whole for rules, counted by pieces, so that a key recounts
// only the piece it falls in.
//
// A piece ends after a line feed or, within a long line, after an ideograph. Both break a run, so the pieces'
// counts add up to those of the text. Texts of a few hundred bytes have no pieces at all.
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
  // `figures`: lines that are nothing but a marker such as 【图1】 count as nothing (figures.h).
  explicit Paragraphs(bool figures = false) : figures_(figures) {}

  // Replaces the whole text; finds the changed middle by comparing both ends, recounts only the pieces it
  // touches. Takes UTF-8 that does not alias text(). Returns false when the text is the same. Cost of a key:
  // comparing and moving the text, O(bytes) at memory speed, and a recount of about 100 characters (of the
  // line, where that has no ideographs).
  bool assign(std::string_view text);

  // Replaces `removed` UTF-16 code units at `from` by `inserted`, UTF-8 that does not alias text(). Offsets
  // past the end are clamped; one inside a surrogate pair means the pair's start. Returns false when nothing
  // changed. Cost of a key: moving the bytes behind it and the recount above; finding the place starts from
  // the last edit.
  bool splice(std::size_t from, std::size_t removed, std::string_view inserted);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] const Counts& counts() const noexcept { return total_; }
  // Whether figure lines may have come, gone or changed since this was last asked. A key beside them says no, so
  // that a long text is not searched for them again; one in a text without pieces says yes.
  [[nodiscard]] bool take_figures_changed() noexcept {
    const bool changed = figures_changed_;
    figures_changed_ = false;
    return changed;
  }

 private:
  struct Piece {
    std::uint32_t bytes = 0;
    std::uint32_t units = 0;  // UTF-16
    bool figure = false;      // a figure line
    Counts counts;            // zero for a figure line
  };
  // Where a piece starts; kept at the last edit.
  struct Cursor {
    std::size_t piece = 0, byte = 0, unit = 0;
  };

  void replace(std::size_t first_byte, std::size_t old_bytes, std::string_view inserted);
  void recount_all();
  void split(std::size_t first_byte, std::size_t last_byte, std::vector<Piece>& out) const;
  void add(std::string_view content, bool whole_line, std::vector<Piece>& out) const;
  void exchange(std::size_t first, std::size_t last, const std::vector<Piece>& fresh);
  void seek(std::size_t Cursor::*axis, std::uint32_t Piece::*size, std::size_t target) noexcept;
  [[nodiscard]] std::size_t byte_of_unit(std::size_t unit) noexcept;

  bool figures_;
  bool figures_changed_ = false;
  std::string text_;
  std::vector<Piece> pieces_;  // of the whole text in order; none when it is short
  Counts total_;
  Cursor cursor_;
};

}  // namespace formcheck::text
