#include "form/figures.h"

#include "text/figures.h"

namespace formcheck::form {

std::uint32_t Figures::find(std::string_view id) const {
  std::uint32_t i = 0;
  while (i < list_.size() && list_[i].id != id) ++i;
  return i;
}

// Ids of figures that wait in the history for an undo must not come again: pictures are never given up, so their number grows.
std::string Figures::fresh_id() const {
  std::string id;
  for (std::size_t n = pictures_.size() + 1; id.empty() || find(id) < list_.size(); ++n) id = "f" + std::to_string(n);
  return id;
}

const std::vector<std::uint32_t>& Figures::marks(std::uint32_t field) const {
  static const std::vector<std::uint32_t> kNone;
  return field < marks_.size() ? marks_[field] : kNone;
}

bool Figures::placed(std::uint32_t index) const {
  for (const std::uint32_t number : marks(list_[index].field)) {
    if (number == index + 1) return true;
  }
  return false;
}

std::uint32_t Figures::add(Picture picture) {
  pictures_.add(std::move(picture));
  return static_cast<std::uint32_t>(pictures_.size() - 1);
}

void Figures::swap(std::vector<Figure>& other) {
  list_.swap(other);
  ++revision_;
}

void Figures::swap_caption(std::uint32_t index, std::string& other) {
  list_[index].caption.swap(other);
  ++revision_;
}

void Figures::read_marks(std::uint32_t field, std::string_view text) {
  std::vector<std::uint32_t> numbers;
  for (const text::FigureLine& line : text::figure_lines(text)) numbers.push_back(line.number);
  if (numbers == marks(field)) return;
  if (marks_.size() <= field) marks_.resize(field + 1);
  marks_[field].swap(numbers);
  ++revision_;
}

bool Figures::stored(std::uint32_t picture, std::string_view blob, std::uint32_t bytes) {
  Picture& p = pictures_[picture];
  if (p.data.empty() || blob.empty()) return false;
  p.blob = blob;
  p.bytes = bytes;
  std::string().swap(p.data);
  ++revision_;
  return true;
}

}  // namespace formcheck::form
