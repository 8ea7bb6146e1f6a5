#include "narrative/lexicon.h"

#include <algorithm>

namespace formcheck::narrative {

void Lexicon::add(std::u32string text, Role role, std::uint16_t id, bool edge) {
  if (!text.empty() && terms_.size() < 0xFFFF) terms_.push_back({std::move(text), role, id, edge});
}

void Lexicon::ready() {
  // Among equal terms the one told first stays in front.
  std::stable_sort(terms_.begin(), terms_.end(), [](const Term& a, const Term& b) {
    const auto x = head(a), y = head(b);
    return x != y ? x < y : a.text.size() > b.text.size();
  });
  heads_.fill(0);
  for (const Term& term : terms_) ++heads_[head(term) + 1];
  for (std::size_t i = 1; i <= kHeads; ++i) heads_[i] = static_cast<std::uint16_t>(heads_[i] + heads_[i - 1]);
}

const Term* Lexicon::find_in(std::size_t head, std::u32string_view line, std::size_t at) const {
  for (std::size_t i = heads_[head]; i < heads_[head + 1]; ++i) {
    if (line.compare(at, terms_[i].text.size(), terms_[i].text) == 0) return &terms_[i];
  }
  return nullptr;
}

const Term* Lexicon::find(std::u32string_view line, std::size_t at) const {
  if (at + 1 < line.size()) {
    if (const Term* term = find_in(pair(line[at], line[at + 1]), line, at)) return term;
  }
  return find_in(kPairs + line[at] % kSingles, line, at);
}

}  // namespace formcheck::narrative
