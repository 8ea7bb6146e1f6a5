// What only shows when a text, or the whole application, is looked at.
#include <algorithm>

#include "narrative/review.h"

namespace formcheck::narrative {
namespace {

constexpr std::uint32_t kRepeatedFrom = 30;    // characters
constexpr std::uint32_t kDirectionFrom = 800;  // characters of the texts that show it
constexpr int kOtherDirection = 5;             // terms of another direction, when there is none of the chosen

}  // namespace

void Review::number_headings(const Passage& passage, std::vector<Remark>& out) const {
  std::uint32_t last[5] = {0, 0, 0, 0, 0};
  std::uint32_t offset = 0;
  for (const Paragraph& paragraph : passage.paragraphs) {
    const Heading& h = paragraph.heading;
    if (h.level > 0) {
      if (last[h.level] > 0 && h.number != last[h.level] + 1 && h.number != 1) {
        Remark remark{"text.numbering",
                      "",
                      {{passage.value, offset, offset + h.end}},
                      {},
                      std::to_string(h.number),
                      std::to_string(last[h.level] + 1),
                      {}};
        remark.args = {
            {"label", passage.plan->label}, {"actual", remark.actual}, {"number", remark.expected}};
        out.push_back(std::move(remark));
      }
      last[h.level] = h.number;
      for (std::size_t deeper = h.level + 1; deeper < 5; ++deeper) last[deeper] = 0;
    }
    offset += paragraph.units + 1;
  }
}

void Review::find_repeated(std::vector<Remark>& out) const {
  struct Seen {
    std::uint64_t hash;
    std::size_t order, value;
    std::uint32_t from, to;
    const TextPlan* plan;
  };
  std::vector<Seen> seen;
  for (const Passage& passage : passages_) {
    if (!passage.plan->hygiene) continue;
    std::uint32_t offset = 0;
    for (const Paragraph& paragraph : passage.paragraphs) {
      if (paragraph.letters >= kRepeatedFrom)
        seen.push_back(
            {paragraph.hash, seen.size(), passage.value, offset, offset + paragraph.units, passage.plan});
      offset += paragraph.units + 1;
    }
  }
  std::sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.order < b.order;
  });
  std::vector<std::pair<std::size_t, Remark>> found;
  for (std::size_t i = 1; i < seen.size(); ++i) {
    if (seen[i].hash != seen[i - 1].hash) continue;
    Remark remark{
        "text.repeated",
        "",
        {{seen[i].value, seen[i].from, seen[i].to}, {seen[i - 1].value, seen[i - 1].from, seen[i - 1].to}},
        {},
        {},
        {},
        {}};
    remark.subject = std::to_string(seen[i].hash);
    remark.args = {{"label", seen[i].plan->label}, {"other", seen[i - 1].plan->label}};
    found.emplace_back(seen[i].order, std::move(remark));
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [order, remark] : found) out.push_back(std::move(remark));
}

void Review::find_missing_topics(const Passage& passage, std::vector<Remark>& out) const {
  if (passage.plan->topics.empty()) return;
  std::uint32_t letters = 0, topics = 0, with_figure = 0;
  for (const Paragraph& paragraph : passage.paragraphs) {
    letters += paragraph.letters, topics |= paragraph.topics, with_figure |= paragraph.topics_with_figure;
  }
  if (letters < passage.plan->topics_from) return;
  for (std::size_t t = 0; t < passage.plan->topics.size(); ++t) {
    const Topic& topic = passage.plan->topics[t];
    const std::uint32_t bit = 1u << t;
    const bool missing = (topics & bit) == 0;
    if (!missing && (!topic.quantity || (with_figure & bit) != 0)) continue;
    Remark remark{missing ? "coverage.topic" : "coverage.noFigure",
                  "",
                  {{passage.value, kWhole, kWhole}},
                  {},
                  topic.id,
                  {},
                  {}};
    remark.args = {{"label", passage.plan->label}, {"topic", topic.label}};
    out.push_back(std::move(remark));
  }
}

void Review::check_direction(std::vector<Remark>& out) const {
  const std::string_view chosen = facts_.text(knowledge_.direction);
  if (chosen.empty()) return;
  std::uint64_t found = 0;
  std::uint32_t letters = 0;
  for (const std::string& path : knowledge_.direction_texts) {
    const Passage* passage = passage_of(path);
    if (passage == nullptr) continue;
    for (const Paragraph& paragraph : passage->paragraphs)
      found |= paragraph.directions, letters += paragraph.letters;
  }
  const Direction *own = nullptr, *other = nullptr;
  const auto count = [&](const Direction* d) {
    return d == nullptr ? 0 : __builtin_popcountll(found & d->terms);
  };
  for (const Direction& direction : knowledge_.directions) {
    if (direction.value == chosen)
      own = &direction;
    else if (other == nullptr || count(&direction) > count(other))
      other = &direction;
  }
  if (own == nullptr || letters < kDirectionFrom || count(own) > 0 || count(other) < kOtherDirection) return;
  const std::size_t at = facts_.by_path(knowledge_.direction);
  Remark remark{"coverage.direction", "", {{at, kWhole, kWhole}}, {}, own->value, other->value, {}};
  remark.args = {{"actual", own->label}, {"expected", other->label}};
  out.push_back(std::move(remark));
}

// The method that the title puts in quotes is the subject: the texts about it should name it.
void Review::check_title(std::vector<Remark>& out) const {
  if (names_.method.empty()) return;
  const std::string method = to_utf8(names_.method);
  std::uint32_t letters = 0;
  for (const std::string& path : knowledge_.direction_texts) {
    const Passage* passage = passage_of(path);
    if (passage == nullptr || path == knowledge_.title) continue;
    for (const Paragraph& paragraph : passage->paragraphs) {
      letters += paragraph.letters;
      if (paragraph.text.find(method) != std::string::npos) return;
    }
  }
  if (letters < kDirectionFrom) return;
  Remark remark{
      "name.methodUnnamed", "", {{facts_.by_path(knowledge_.title), kWhole, kWhole}}, {}, method, {}, {}};
  remark.args = {{"actual", method}};
  out.push_back(std::move(remark));
}

// One is better than a year ago, the other worse, though they measure the same thing.
void Review::check_trends(std::vector<Remark>& out) const {
  const auto trend = [&](std::uint16_t id) {
    const auto now = facts_.number(id, FigureRole::level, knowledge_.year - 1, -1),
               before = facts_.number(id, FigureRole::level, knowledge_.year - 2, -1);
    if (!now || !before) return 0;
    const auto order = number::Decimal::compare(now->value, before->value);
    return (order > 0 ? 1 : order < 0 ? -1 : 0) * knowledge_.indicators[id].better;
  };
  for (const TrendPair& pair : knowledge_.trends) {
    if (trend(pair.first) * trend(pair.second) >= 0) continue;
    const auto first = facts_.number(pair.first, FigureRole::level, knowledge_.year - 1, -1),
               second = facts_.number(pair.second, FigureRole::level, knowledge_.year - 1, -1);
    Remark remark{"form.trend",
                  "",
                  {{first->cell, kWhole, kWhole}, {second->cell, kWhole, kWhole}},
                  {},
                  facts_.values()[first->cell].text,
                  facts_.values()[second->cell].text,
                  {}};
    remark.subject = knowledge_.indicators[pair.first].id + "/" + knowledge_.indicators[pair.second].id;
    remark.args = {{"first", knowledge_.indicators[pair.first].label},
                   {"second", knowledge_.indicators[pair.second].label}};
    out.push_back(std::move(remark));
  }
}

}  // namespace formcheck::narrative
