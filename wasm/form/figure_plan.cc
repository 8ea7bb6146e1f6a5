#include "form/figure_plan.h"

#include <algorithm>

#include "text/figures.h"

namespace formcheck::form {

bool takes_figures(const Sheet& sheet, Slot slot) {
  const auto& fields = sheet.definition().fields;
  return slot < fields.size() && fields[slot].figures;
}

FigurePlan::FigurePlan(const Sheet& sheet) : list(sheet.figures().list()) {
  for (Slot s = 0; s < sheet.definition().fields.size(); ++s) {
    if (takes_figures(sheet, s)) texts.push_back({s, sheet.cell(s).text.text()});
  }
}

std::string& FigurePlan::text_of(Slot field) {
  std::size_t i = 0;
  while (texts[i].field != field) ++i;
  return texts[i].text;
}

std::uint32_t FigurePlan::first_of(Slot field) const {
  std::uint32_t i = 0;
  while (i < list.size() && list[i].field < field) ++i;
  return i;
}

void FigurePlan::renumber(const std::vector<std::uint32_t>& to, std::uint32_t free) {
  for (Text& t : texts) t.text = text::renumbered(t.text, to, free);
}

void FigurePlan::take_out(std::uint32_t index, Caret* caret) {
  // No line stands for what is only kept, and no number follows it.
  if (list[index].field == kNone) return (void)list.erase(list.begin() + index);
  std::vector<std::uint32_t> to(list.size());
  for (std::uint32_t i = 0; i < to.size(); ++i) to[i] = i < index ? i + 1 : i == index ? 0 : i;
  list.erase(list.begin() + index);
  if (caret != nullptr) {
    const std::string_view text = text_of(caret->field);
    const text::LinePlace line = text::line_at(text, caret->at);
    const std::string before = text::renumbered(text.substr(0, line.begin), to, 0);
    const std::string upto = text::renumbered(text.substr(0, line.end), to, 0);
    caret->at = std::min(before.size() + (caret->at - line.begin), std::max(before.size(), upto.size()));
  }
  renumber(to, 0);
}

void FigurePlan::put_in(Figure figure, std::size_t at) {
  std::string& text = text_of(figure.field);
  const std::uint32_t first = first_of(figure.field), past = first_of(figure.field + 1);
  const text::LinePlace here = text::line_at(text, at);
  std::uint32_t index = past;
  bool over = false, follows = false;
  for (const text::FigureLine& line : text::figure_lines(text)) {
    const bool own = line.number > first && line.number <= past, at_line = line.begin == here.begin;
    // A line that stands for no figure is what one is put in for there.
    over = over || (at_line && (line.number == 0 || line.number > first_of(kNone)));
    if (!own) continue;
    if (line.begin < here.begin || (at_line && at > here.begin)) {
      index = line.number, follows = true;
    } else if (!follows) {
      index = line.number - 1, follows = true;
    }
  }
  std::vector<std::uint32_t> to(list.size());
  for (std::uint32_t i = 0; i < to.size(); ++i) to[i] = i < index ? i + 1 : i + 2;
  const auto free = static_cast<std::uint32_t>(list.size() + 2);
  const text::FigureGap gap = text::figure_gap(text, at, over);
  std::string before = text::renumbered(std::string_view(text).substr(0, gap.begin), to, free);
  const std::string after = text::renumbered(std::string_view(text).substr(gap.end), to, free);
  if (gap.feed_before) before += '\n';
  before += text::figure_marker(index + 1);
  if (gap.feed_after) before += '\n';
  text.clear();
  renumber(to, free);
  text = before + after;
  list.insert(list.begin() + index, std::move(figure));
}

std::vector<std::uint32_t> FigurePlan::reorder(const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> to(list.size());
  std::vector<Figure> now;
  for (const std::uint32_t old : order) {
    now.push_back(std::move(list[old]));
    to[old] = static_cast<std::uint32_t>(now.size());
  }
  list.swap(now);
  return to;
}

void FigurePlan::move(std::uint32_t index, std::uint32_t to_index) {
  const Slot field = list[index].field;
  const std::uint32_t first = first_of(field), past = first_of(field + 1);
  const std::uint32_t goal = std::min(first + to_index, past - 1);
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < list.size(); ++i) order.push_back(i);
  order.erase(order.begin() + index);
  order.insert(order.begin() + goal, index);

  std::string& own = text_of(field);
  std::vector<char> placed(list.size());
  for (const text::FigureLine& line : text::figure_lines(own)) {
    if (line.number > first && line.number <= past) placed[line.number - 1] = true;
  }
  const std::vector<std::uint32_t> to = reorder(order);
  std::string text;
  text.swap(own);
  renumber(to, 0);
  // In its own narrative the n-th of the lines' numbers becomes that of the n-th placed figure.
  std::vector<std::uint32_t> numbers, in_place = to;
  for (std::uint32_t now = first; now < past; ++now) {
    if (placed[order[now]]) numbers.push_back(now + 1);
  }
  std::size_t n = 0;
  for (std::uint32_t old = first; old < past; ++old) {
    if (placed[old]) in_place[old] = numbers[n++];
  }
  own = text::renumbered(text, in_place, 0);
}

void FigurePlan::follow_lines(Slot field) {
  const std::uint32_t first = first_of(field), past = first_of(field + 1);
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < first; ++i) order.push_back(i);
  const auto add = [&](std::uint32_t i) {
    if (std::find(order.begin(), order.end(), i) == order.end()) order.push_back(i);
  };
  for (const text::FigureLine& line : text::figure_lines(text_of(field))) {
    if (line.number > first && line.number <= past) add(line.number - 1);
  }
  for (std::uint32_t i = first; i < list.size(); ++i) add(i);
  renumber(reorder(order), 0);
}

}  // namespace formcheck::form
