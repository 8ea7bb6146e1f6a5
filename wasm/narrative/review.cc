#include "narrative/review.h"

#include <algorithm>

#include "text/utf8.h"

namespace formcheck::narrative {

Review::Review(const Knowledge& knowledge)
    : knowledge_(knowledge), facts_(knowledge), reader_(knowledge, names_) {}

bool Review::open(std::string_view draft_json) {
  if (!facts_.read(draft_json)) return false;
  read_all();
  return true;
}

void Review::read_all() {
  names_.gather(knowledge_, facts_);
  passages_.clear();
  for (const TextPlan& plan : knowledge_.texts) {
    for (const std::size_t value : facts_.matching(plan.path)) {
      read_passage(passages_.emplace_back(Passage{value, &plan, {}}), facts_.values()[value].text);
    }
  }
}

// Lines that are the same at both ends keep what was found in them.
void Review::read_passage(Passage& passage, std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  auto& old = passage.paragraphs;
  std::size_t head = 0, tail = 0;
  while (head < lines.size() && head < old.size() && old[head].text == lines[head]) ++head;
  while (tail < lines.size() - head && tail < old.size() - head &&
         old[old.size() - 1 - tail].text == lines[lines.size() - 1 - tail])
    ++tail;
  const std::size_t fresh = lines.size() - head - tail, gone = old.size() - head - tail;
  const auto at = old.begin() + static_cast<std::ptrdiff_t>(head);
  if (fresh < gone) old.erase(at, at + static_cast<std::ptrdiff_t>(gone - fresh));
  if (fresh > gone) old.insert(at, fresh - gone, Paragraph{});
  for (std::size_t i = head; i < head + fresh; ++i) {
    old[i].text = lines[i];
    reader_.read(*passage.plan, old[i]);
  }
}

// Whether other texts are read by it: the company's name, a product's.
bool Review::is_name(std::size_t value) const {
  const std::string& path = facts_.values()[value].path;
  const auto is = [&](const std::string& pattern) {
    const auto all = facts_.matching(pattern);
    return std::find(all.begin(), all.end(), value) != all.end();
  };
  if (path == knowledge_.company || path == knowledge_.title || path == knowledge_.brands) return true;
  return std::any_of(knowledge_.products.begin(), knowledge_.products.end(), is) ||
         std::any_of(knowledge_.others.begin(), knowledge_.others.end(), is) ||
         std::any_of(knowledge_.rivals.begin(), knowledge_.rivals.end(), is);
}

bool Review::set(std::string_view pointer, std::string_view text) {
  const std::size_t value = facts_.by_pointer(pointer);
  if (value == Facts::kNothing) return false;
  if (facts_.values()[value].text == text) return true;
  facts_.set(value, text);
  if (is_name(value)) {
    read_all();
    return true;
  }
  bool narrative = false;
  for (Passage& passage : passages_) {
    if (passage.value != value) continue;
    read_passage(passage, text);
    narrative = true;
  }
  if (!narrative) {
    for (Passage& passage : passages_) {
      for (Paragraph& paragraph : passage.paragraphs) paragraph.is_judged = false;
    }
  }
  return true;
}

bool Review::edit(std::string_view pointer, std::size_t from, std::size_t removed,
                  std::string_view inserted) {
  const std::size_t value = facts_.by_pointer(pointer);
  if (value == Facts::kNothing) return false;
  std::string text = facts_.values()[value].text;
  const std::size_t first = text::byte_offset(text, from);
  const std::size_t last = first + text::byte_offset(std::string_view(text).substr(first), removed);
  text.replace(first, last - first, inserted);
  return set(pointer, text);
}

const Review::Passage* Review::passage_of(std::string_view path) const {
  for (const Passage& passage : passages_) {
    if (facts_.values()[passage.value].path == path) return &passage;
  }
  return nullptr;
}

void Review::add(std::vector<Remark>& out, const Remark& remark, const Passage& passage,
                 std::uint32_t offset) const {
  Remark placed = remark;
  bool first = true;
  for (Place& place : placed.at) {
    if (place.from != kWhole)
      place.value = passage.value, place.from += offset, place.to += offset;
    else if (first)
      place.value = passage.value;
    first = false;
  }
  // A name said twice in its own field is compared with itself.
  placed.at.erase(std::remove_if(placed.at.begin() + 1, placed.at.end(),
                                 [&](const Place& place) {
                                   return place.from == kWhole && place.value == passage.value;
                                 }),
                  placed.at.end());
  for (Mend& mend : placed.mends) mend.at.value = passage.value, mend.at.from += offset, mend.at.to += offset;
  out.push_back(std::move(placed));
}

void Review::gather(std::vector<Remark>& out) {
  check_title(out);
  for (Passage& passage : passages_) {
    const std::size_t before = out.size();
    std::uint32_t offset = 0;
    for (Paragraph& paragraph : passage.paragraphs) {
      if (!paragraph.is_judged) reader_.judge(*passage.plan, facts_, paragraph);
      for (std::size_t i = 0; i < paragraph.own.size(); ++i) {
        const Remark& remark = paragraph.own[i];
        bool known = false;
        for (const auto& [index, number] : paragraph.references)
          known = known || (index == i && number <= facts_.figure_count());
        if (!known) add(out, remark, passage, offset);
      }
      for (const Remark& remark : paragraph.judged) add(out, remark, passage, offset);
      offset += paragraph.units + 1;
    }
    if (passage.plan->hygiene) number_headings(passage, out);
    std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                     [](const Remark& a, const Remark& b) { return a.at[0].from < b.at[0].from; });
    find_missing_topics(passage, out);
  }
  find_repeated(out);
  check_direction(out);
  check_trends(out);
}

}  // namespace formcheck::narrative
