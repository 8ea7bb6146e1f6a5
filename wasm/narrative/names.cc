#include "narrative/names.h"

#include <algorithm>

#include "narrative/numerals.h"
#include "text/classes.h"

namespace formcheck::narrative {
namespace {

constexpr std::size_t npos = std::u32string::npos;
constexpr std::u32string_view kOpenQuotes = U"“「『‘", kCloseQuotes = U"”」』’";

bool latin(char32_t c) { return is_digit(c) || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }
bool word(char32_t c) { return text::is_han(c) || latin(c); }

std::u32string tight(std::string_view text) {
  std::u32string out = folded(text);
  out.erase(std::remove_if(out.begin(), out.end(), [](char32_t c) { return text::is_space(c); }), out.end());
  return out;
}

// What stands in quotes; or the whole, parted at 、, when nothing does.
std::vector<std::u32string> quoted(std::u32string_view text) {
  std::vector<std::u32string> out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t kind = kOpenQuotes.find(text[i]);
    if (kind == npos) continue;
    const std::size_t close = text.find(kCloseQuotes[kind], i + 1);
    if (close == npos) break;
    out.emplace_back(text.substr(i + 1, close - i - 1));
    i = close;
  }
  return out;
}

// a equals b but for one letter too many, or two that stand together (股份).
bool one_run_longer(std::u32string_view a, std::u32string_view b) {
  if (a.size() <= b.size() || a.size() - b.size() > 2) return false;
  std::size_t i = 0;
  while (i < b.size() && a[i] == b[i]) ++i;
  return a.substr(i + a.size() - b.size()) == b.substr(i);
}

}  // namespace

std::size_t one_letter_off(std::u32string_view a, std::u32string_view b) {
  if (a.size() != b.size()) return npos;
  std::size_t at = npos;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (at != npos) return npos;
    at = i;
  }
  return at;
}

void Names::gather(const Knowledge& knowledge, const Facts& facts) {
  *this = {};
  company = tight(facts.text(knowledge.company));
  company_at = facts.by_path(knowledge.company), title_at = facts.by_path(knowledge.title);
  brands_at = facts.by_path(knowledge.brands);
  const std::u32string title = tight(facts.text(knowledge.title));
  if (const auto in_title = quoted(title); !in_title.empty() && in_title.front().size() >= 3)
    method = in_title.front();
  // The short name is the part of the company's that the title begins with.
  std::size_t best = 0, from = 0;
  for (std::size_t i = 0; i + 3 < company.size(); ++i) {
    std::size_t n = 0;
    while (n < title.size() && i + n < company.size() && title[n] == company[i + n]) ++n;
    if (n > best) best = n, from = i;
  }
  if (best >= 4 && best < company.size()) short_name = company.substr(from, best);
  for (const std::string& path : knowledge.products) {
    products.push_back(tight(facts.text(path)));
    products_at.push_back(facts.by_path(path));
  }
  for (const std::u32string& brand : quoted(tight(facts.text(knowledge.brands)))) brands.push_back(brand);
  for (const std::string& pattern : knowledge.others) {
    for (const std::size_t at : facts.matching(pattern)) {
      if (auto name = tight(facts.values()[at].text); name.size() >= 2) others.push_back(std::move(name));
    }
  }
  if (!company.empty()) lexicon.add(company, Role::self);
  if (!short_name.empty()) lexicon.add(short_name, Role::self);
  for (std::size_t p = 0; p < products.size(); ++p) {
    // A product is also meant by the end of its name, as long as no other product ends so.
    for (std::size_t cut = 0; products[p].size() >= cut + 4; ++cut) {
      const std::u32string tail = products[p].substr(cut);
      bool shared = false;
      for (std::size_t q = 0; q < products.size(); ++q) {
        shared = shared || (q != p && products[q].size() >= tail.size() &&
                            products[q].compare(products[q].size() - tail.size(), npos, tail) == 0);
      }
      if (shared) break;
      lexicon.add(tail, Role::product, static_cast<std::uint16_t>(p));
    }
  }
  if (!knowledge.rivals.empty()) {
    std::uint16_t id = 0;
    for (const std::size_t at : facts.matching(knowledge.rivals.front())) {
      const std::u32string name = tight(facts.values()[at].text);
      others.push_back(name);
      if (name.size() >= 3) lexicon.add(name, Role::rival, id);
      // 沐峤流体科技（苏州）有限公司 is also called by what stands before the bracket.
      std::size_t cut = name.find(U'(');
      for (std::size_t i = 0; i < std::min(cut, name.size()); ++i) {
        const Term* term = knowledge.patterns.find(name, i);
        if (term != nullptr && term->id == static_cast<std::uint16_t>(Pattern::company_end)) cut = i;
      }
      if (cut != npos && cut >= 4) lexicon.add(name.substr(0, cut), Role::rival, id);
      ++id;
    }
  }
  others.erase(std::remove_if(others.begin(), others.end(), [](const auto& n) { return n.empty(); }),
               others.end());
  lexicon.ready();
}

namespace {

class Search {
 public:
  Search(const Line& line, const Knowledge& knowledge, const Names& names, std::vector<NearName>& out)
      : line_(line.chars), knowledge_(knowledge), names_(names), out_(out) {}

  void run() {
    for (std::size_t i = 0; i < line_.size(); ++i) {
      const Term* term = knowledge_.patterns.find(line_, i);
      if (term != nullptr && term->id == static_cast<std::uint16_t>(Pattern::company_end)) {
        company_before(i + term->text.size());
        i += term->text.size() - 1;
      }
    }
    windows(names_.short_name, NearName::Kind::company, names_.company_at, 4);
    for (std::size_t p = 0; p < names_.products.size(); ++p)
      windows(names_.products[p], NearName::Kind::product, names_.products_at[p], 5);
    in_quotes();
  }

 private:
  bool ends_with(std::size_t end, std::u32string_view name) const {
    return !name.empty() && end >= name.size() && line_.substr(end - name.size(), name.size()) == name;
  }

  // With blanks between its letters, as a line break or a justified heading leaves them.
  bool ends_spaced(std::size_t end, std::u32string_view name) const {
    std::size_t at = end;
    for (std::size_t left = name.size(); left > 0; --left) {
      while (at > 0 && text::is_space(line_[at - 1])) --at;
      if (at == 0 || line_[at - 1] != name[left - 1]) return false;
      --at;
    }
    return true;
  }

  bool sentence_has(std::size_t at, Pattern kind) const {
    std::size_t from = at;
    while (from > 0 && line_[from - 1] != U'。' && line_[from - 1] != U';') --from;
    for (std::size_t i = from; i < line_.size() && line_[i] != U'。' && line_[i] != U';'; ++i) {
      const Term* term = knowledge_.patterns.find(line_, i);
      if (term != nullptr && term->id == static_cast<std::uint16_t>(kind)) return true;
    }
    return false;
  }

  // A company's name ends at `end`: is it ours, somebody's we know, or nearly ours?
  void company_before(std::size_t end) {
    const std::u32string& ours = names_.company;
    if (ours.empty() || ends_with(end, ours) || ends_spaced(end, ours)) return;
    for (const std::u32string& other : names_.others) {
      if (ends_with(end, other)) return;
    }
    for (std::size_t length = ours.size() - 2 < ours.size() ? ours.size() - 2 : 1; length <= ours.size() + 2;
         ++length) {
      if (length > end || ours.size() < 8) continue;
      const std::u32string_view name = line_.substr(end - length, length);
      const std::size_t off = one_letter_off(name, ours);
      const bool near = off != npos || one_run_longer(name, ours) || one_run_longer(ours, name);
      // A longer window must begin with a letter of the name, or it only takes in what stands before.
      if (!near || (name.front() != ours.front() && off != 0) || (off == 0 && !word(name.front()))) continue;
      if (sentence_has(end, Pattern::history)) return;
      out_.push_back({NearName::Kind::company, end - length, end, ours, names_.company_at});
      return;
    }
    introduced(end);
  }

  // “…有限公司成立于” at the head of a sentence, and not ours: left over from another application.
  void introduced(std::size_t end) {
    std::size_t from = end;
    while (from > 0 && (word(line_[from - 1]) || line_[from - 1] == U'(' || line_[from - 1] == U')') &&
           end - from < 40)
      --from;
    if (from > 0 && line_[from - 1] != U'。' && line_[from - 1] != U' ') return;
    if (end - from < 6 || end - from > 30) return;
    for (std::size_t i = from; i < end; ++i) {
      const Term* term = knowledge_.lexicon.find(line_, i);
      if (term != nullptr && term->role == Role::other) return;
    }
    for (std::size_t i = end; i < line_.size() && i < end + 3; ++i) {
      const Term* term = knowledge_.patterns.find(line_, i);
      if (term == nullptr || term->id != static_cast<std::uint16_t>(Pattern::introduction)) continue;
      if (!sentence_has(end, Pattern::history))
        out_.push_back({NearName::Kind::other_company, from, end, {}, names_.company_at});
      return;
    }
  }

  bool taken(std::size_t begin, std::size_t end) const {
    for (const NearName& n : out_) {
      if (begin < n.end && end > n.begin) return true;
    }
    return false;
  }

  bool in_other_name(std::size_t begin, std::size_t end) const {
    for (const std::u32string& other : names_.others) {
      for (std::size_t at = line_.find(other); at != npos; at = line_.find(other, at + 1)) {
        if (begin < at + other.size() && end > at) return true;
      }
    }
    return false;
  }

  // Every place where `name` would stand but for one letter.
  void windows(const std::u32string& name, NearName::Kind kind, std::size_t said, std::size_t least) {
    if (name.size() < least || name.size() > line_.size()) return;
    for (std::size_t i = 0; i + name.size() <= line_.size(); ++i) {
      if (line_[i] != name[0] && line_[i + 1] != name[1]) continue;
      const std::u32string_view here = line_.substr(i, name.size());
      const std::size_t off = one_letter_off(here, name);
      if (off == npos || !text::is_han(here[off]) || latin(name[off]) || written_digit(here[off]) >= 0)
        continue;
      if (knowledge_.variants.find(here[off]) != npos || knowledge_.variants.find(name[off]) != npos)
        continue;
      // The last letters say what kind of thing it is: another kind is another thing.
      if (off + 1 == name.size()) continue;
      if (own(i, name.size(), kind) || taken(i, i + name.size()) || in_book(i) ||
          in_other_name(i, i + name.size()))
        continue;
      out_.push_back({kind, i, i + name.size(), name, said});
    }
  }

  // The other product, or the company's whole name, stands here.
  bool own(std::size_t at, std::size_t size, NearName::Kind kind) const {
    if (kind == NearName::Kind::product) {
      for (const std::u32string& product : names_.products) {
        if (!product.empty() && line_.substr(at, size) == product) return true;
      }
    }
    return false;
  }

  bool in_book(std::size_t at) const {
    for (std::size_t i = at; i > 0; --i) {
      if (line_[i - 1] == U'》') return false;
      if (line_[i - 1] == U'《') return true;
    }
    return false;
  }

  void in_quotes() {
    for (std::size_t i = 0; i < line_.size(); ++i) {
      const std::size_t kind = kOpenQuotes.find(line_[i]);
      if (kind == npos) continue;
      const std::size_t close = line_.find(kCloseQuotes[kind], i + 1);
      if (close == npos) return;
      const std::u32string_view name = line_.substr(i + 1, close - i - 1);
      if (!names_.method.empty() && one_letter_off(name, names_.method) != npos) {
        out_.push_back({NearName::Kind::method, i + 1, close, names_.method, names_.title_at});
      }
      const std::u32string_view behind = line_.substr(close + 1, 2);
      bool ours = false;
      const std::u32string* near = nullptr;
      for (const std::u32string& brand : names_.brands) {
        ours = ours || name == brand;
        if (brand.size() >= 2 && one_letter_off(name, brand) != npos) near = &brand;
      }
      if (!ours && near != nullptr && (behind == U"品牌" || behind == U"商标" || behind == U"牌")) {
        out_.push_back({NearName::Kind::brand, i + 1, close, *near, names_.brands_at});
      }
      i = close;
    }
  }

  std::u32string_view line_;
  const Knowledge& knowledge_;
  const Names& names_;
  std::vector<NearName>& out_;
};

}  // namespace

void find_near_names(const Line& line, const Knowledge& knowledge, const Names& names,
                     std::vector<NearName>& out) {
  out.clear();
  Search(line, knowledge, names, out).run();
}

}  // namespace formcheck::narrative
