#include "text/paragraphs.h"

#include <algorithm>

#include "text/bytes.h"
#include "text/figures.h"
#include "text/utf8.h"

namespace formcheck::text {
namespace {

constexpr std::size_t kPiece = 192;  // least bytes of a piece cut from a long line; one is cut at twice that
constexpr std::size_t kUndivided = 768;  // texts up to here are counted whole

enum class Ending : unsigned char { open, line_feed, ideograph };

// Whether a piece may end after the three bytes before `end`: an ideograph of U+5000…U+9FFF, but not the 图
// of a marker. So a figure line is never cut, and what is left of a cut line never is one.
bool ends_in_ideograph(const char* end) noexcept {
  const auto at = [end](int i) { return static_cast<unsigned>(static_cast<unsigned char>(end[i])); };
  return at(-3) - 0xE5 <= 4 && (at(-2) & 0xC0) == 0x80 && (at(-1) & 0xC0) == 0x80 &&
         std::string_view(end - 3, 3) != "图";
}

Ending ending(std::string_view piece) noexcept {
  if (piece.empty()) return Ending::open;
  if (piece.back() == '\n') return Ending::line_feed;
  return piece.size() >= 3 && ends_in_ideograph(piece.data() + piece.size()) ? Ending::ideograph
                                                                             : Ending::open;
}

}  // namespace

bool Paragraphs::assign(std::string_view text) {
  const std::size_t prefix = common_prefix(text_, text);
  if (prefix == text_.size() && prefix == text.size()) return false;
  const std::size_t suffix = common_suffix(std::string_view(text_).substr(prefix), text.substr(prefix));
  replace(prefix, text_.size() - prefix - suffix, text.substr(prefix, text.size() - prefix - suffix));
  return true;
}

bool Paragraphs::splice(std::size_t from, std::size_t removed, std::string_view inserted) {
  const std::size_t first = byte_of_unit(from);
  const std::size_t last = removed > SIZE_MAX - from ? text_.size() : byte_of_unit(from + removed);
  if (std::string_view(text_).substr(first, last - first) == inserted) return false;
  replace(first, last - first, inserted);
  return true;
}

void Paragraphs::replace(std::size_t first_byte, std::size_t old_bytes, std::string_view inserted) {
  if (pieces_.empty() || text_.size() - old_bytes + inserted.size() <= kUndivided) {
    replace_bytes(text_, first_byte, old_bytes, inserted);
    recount_all();
    return;
  }
  seek(&Cursor::byte, &Piece::bytes, first_byte);
  const std::size_t first = cursor_.piece, start = cursor_.byte;
  std::size_t last = first, end = start + pieces_[first].bytes;
  while (end < first_byte + old_bytes) end += pieces_[++last].bytes;
  const Ending before = ending(std::string_view(text_).substr(start, end - start));

  replace_bytes(text_, first_byte, old_bytes, inserted);
  end = end - old_bytes + inserted.size();
  // Another ending than before (or none, when nothing is left) lets the next piece begin in a run, or be no
  // longer (or become) the start of a line.
  const bool same_ending = ending(std::string_view(text_).substr(start, end - start)) == before;
  if (!same_ending && last + 1 < pieces_.size()) end += pieces_[++last].bytes;

  std::vector<Piece> fresh;
  split(start, end, fresh);
  exchange(first, last + 1, fresh);
}

void Paragraphs::recount_all() {
  pieces_.clear();
  cursor_ = {};
  figures_changed_ = figures_;
  if (text_.size() <= kUndivided) {
    total_ = figures_ ? count_without_figures(text_) : count(text_);
    return;
  }
  split(0, text_.size(), pieces_);
  total_ = {};
  for (const Piece& piece : pieces_) total_ += piece.counts;
}

// Appends the pieces of the text between two places where a piece may begin or end.
void Paragraphs::split(std::size_t first_byte, std::size_t last_byte, std::vector<Piece>& out) const {
  const char* p = text_.data() + first_byte;
  const char* const last = text_.data() + last_byte;
  while (p != last) {
    const bool starts_line = p == text_.data() || p[-1] == '\n';
    const char* const line_end = p + line_length({p, static_cast<std::size_t>(last - p)});
    const char* const line = p;
    while (static_cast<std::size_t>(line_end - p) > 2 * kPiece) {
      const char* cut = p + kPiece;
      while (cut != line_end && !ends_in_ideograph(cut)) ++cut;
      if (cut == line_end) break;
      add({p, static_cast<std::size_t>(cut - p)}, false, out);
      p = cut;
    }
    add({p, static_cast<std::size_t>(line_end - p)}, starts_line && p == line, out);
    p = line_end;
  }
}

void Paragraphs::add(std::string_view content, bool whole_line, std::vector<Piece>& out) const {
  Piece piece;
  piece.bytes = static_cast<std::uint32_t>(content.size());
  if (figures_ && whole_line && is_figure_line(content)) {
    piece.figure = true;
    piece.units = static_cast<std::uint32_t>(utf16_length(content));
  } else {
    piece.counts = count(content);
    piece.units = piece.counts.utf16_units;
  }
  out.push_back(piece);
}

// Puts `fresh` in the place of the pieces first…last-1. The cursor stands at `first`.
void Paragraphs::exchange(std::size_t first, std::size_t last, const std::vector<Piece>& fresh) {
  const auto at = [this](std::size_t i) { return pieces_.begin() + static_cast<std::ptrdiff_t>(i); };
  for (std::size_t i = first; i != last; ++i) {
    total_ -= pieces_[i].counts;
    figures_changed_ = figures_changed_ || pieces_[i].figure;
  }
  for (const Piece& piece : fresh) {
    total_ += piece.counts;
    figures_changed_ = figures_changed_ || piece.figure;
  }
  const std::size_t kept = std::min(fresh.size(), last - first);
  std::copy_n(fresh.begin(), kept, at(first));
  if (kept < fresh.size()) {
    pieces_.insert(at(first + kept), fresh.begin() + static_cast<std::ptrdiff_t>(kept), fresh.end());
  } else if (kept < last - first) {
    pieces_.erase(at(first + kept), at(last));
  }
  if (first == pieces_.size()) cursor_ = {};  // the text now ends before it
}

// Moves the cursor to the piece that holds byte or unit `target`; the end of the text belongs to the last
// piece.
void Paragraphs::seek(std::size_t Cursor::*axis, std::uint32_t Piece::*size, std::size_t target) noexcept {
  while (cursor_.*axis > target) {
    const Piece& piece = pieces_[--cursor_.piece];
    cursor_.byte -= piece.bytes;
    cursor_.unit -= piece.units;
  }
  while (cursor_.*axis + pieces_[cursor_.piece].*size <= target && cursor_.piece + 1 < pieces_.size()) {
    const Piece& piece = pieces_[cursor_.piece++];
    cursor_.byte += piece.bytes;
    cursor_.unit += piece.units;
  }
}

std::size_t Paragraphs::byte_of_unit(std::size_t unit) noexcept {
  if (pieces_.empty()) return byte_offset(text_, unit);
  seek(&Cursor::unit, &Piece::units, unit);
  const std::string_view rest(text_.data() + cursor_.byte, pieces_[cursor_.piece].bytes);
  return cursor_.byte + byte_offset(rest, unit - cursor_.unit);
}

}  // namespace formcheck::text
