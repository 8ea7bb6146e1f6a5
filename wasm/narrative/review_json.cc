// The review as JSON.
#include <algorithm>

#include "json/write.h"
#include "narrative/compare.h"
#include "narrative/review.h"
#include "text/words.h"

namespace formcheck::narrative {
namespace {

// Replaces {name} by its argument; one that is not given stays as it stands.
std::string fill(std::string_view wording, const text::Args& args) {
  std::string out;
  while (!wording.empty()) {
    const std::size_t open = wording.find('{');
    out += wording.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = wording.find('}', open);
    const std::string* value =
        close == std::string_view::npos ? nullptr : args.find(wording.substr(open + 1, close - open - 1));
    if (value == nullptr) {
      out += '{';
      wording.remove_prefix(open + 1);
      continue;
    }
    out += *value;
    wording.remove_prefix(close + 1);
  }
  return out;
}

class Hash {
 public:
  void add(std::string_view text) {
    for (const char c : text) value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    value_ = (value_ ^ 0xFF) * 0x100000001b3u;
  }
  [[nodiscard]] std::string text() const {
    std::string out;
    for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[value_ >> shift & 15];
    return out;
  }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325u;
};

// What values of no indicator, points and ranks are counted in: a key of the wording.
std::string_view unit_key(Measure measure) {
  constexpr std::string_view kKeys[] = {"", "unit.amount", "unit.percent", "unit.points", "", "", "",
                                        "", "unit.rank"};
  return kKeys[static_cast<std::size_t>(measure)];
}

void write_place(json::Writer& out, const Facts& facts, const Place& place) {
  out.object().member("at", facts.values()[place.value].pointer);
  if (place.from != kWhole) out.number_member("from", place.from).number_member("to", place.to);
  out.close('}');
}

}  // namespace

std::string Review::findings() {
  std::vector<Remark> all;
  gather(all);
  std::map<std::string, int> keys;
  json::Writer out;
  out.array();
  for (const Remark& remark : all) {
    const Check* check = knowledge_.check(remark.rule);
    if (check == nullptr || text::find_word(off_, remark.rule) != std::string_view::npos) continue;
    // A key outlives edits elsewhere, and changes with the values it rests on.
    Hash hash;
    hash.add(facts_.values()[remark.at[0].value].path);
    hash.add(remark.actual), hash.add(remark.expected), hash.add(remark.subject);
    for (std::size_t i = 1; i < remark.at.size() && !remark.names_place; ++i) {
      if (remark.at[i].from == kWhole) hash.add(facts_.values()[remark.at[i].value].text);
    }
    std::string key = remark.rule + "@" + hash.text();
    if (const int n = keys[key]++; n > 0) key += "." + std::to_string(n);
    out.object()
        .member("rule", remark.rule)
        .member("key", key)
        .member("severity", check->severity)
        .member("basis", "practice");
    const std::string_view wording =
        remark.wording.empty() ? std::string_view() : knowledge_.message(remark.wording);
    out.member("message", fill(wording.empty() ? knowledge_.message(remark.rule) : wording, remark.args));
    out.key("at").array();
    for (const Place& place : remark.at) write_place(out, facts_, place);
    out.close(']');
    if (!remark.actual.empty()) out.member("actual", remark.actual);
    if (!remark.expected.empty()) out.member("expected", remark.expected);
    if (!remark.mends.empty()) {
      out.key("mends").array();
      for (const Mend& mend : remark.mends) {
        out.object()
            .member("at", facts_.values()[mend.at.value].pointer)
            .number_member("from", mend.at.from)
            .number_member("to", mend.at.to);
        out.member("text", mend.to).close('}');
      }
      out.close(']');
    }
    if (const auto kept = acknowledged_.find(key); kept != acknowledged_.end())
      out.member("acknowledged", kept->second);
    out.close('}');
  }
  return out.close(']').take();
}

std::string Review::report() {
  json::Writer out;
  out.object()
      .member("format", "formcheck-review/1")
      .key("findings")
      .piece(findings())
      .key("figures")
      .piece(figures());
  out.key("coverage").piece(coverage()).key("claims").piece(claims());
  return out.close('}').take();
}

std::string Review::figures() const {
  constexpr std::string_view kRoles[] = {"level", "growth", "change", "rank", "average", "best", "gap"};
  constexpr std::string_view kBounds[] = {"exact", "about", "over", "near"};
  json::Writer out;
  out.array();
  for (const Passage& passage : passages_) {
    std::uint32_t offset = 0;
    for (const Paragraph& paragraph : passage.paragraphs) {
      for (std::size_t i = 0; i < paragraph.figures.all.size(); ++i) {
        const Figure& f = paragraph.figures.all[i];
        const Indicator* indicator = f.indicator == kNone16 ? nullptr : &knowledge_.indicators[f.indicator];
        out.object().member("at", facts_.values()[passage.value].pointer);
        out.number_member("from", offset + paragraph.offsets[2 * i])
            .number_member("to", offset + paragraph.offsets[2 * i + 1]);
        if (indicator != nullptr) {
          out.member("indicator", f.rival >= 0 ? indicator->rivals : indicator->id)
              .member("role", kRoles[static_cast<std::size_t>(f.role)]);
          if (f.role == FigureRole::gap) out.member("of", kRoles[static_cast<std::size_t>(f.of)]);
          if (f.product >= 0) out.member("product", std::string(1, static_cast<char>('a' + f.product)));
          if (f.rival >= 0) {
            const auto rivals = facts_.matching(knowledge_.rivals.front());
            if (static_cast<std::size_t>(f.rival) < rivals.size())
              out.member("rival", facts_.values()[rivals[static_cast<std::size_t>(f.rival)]].text);
          }
          if (f.year > 0)
            out.number_member("year", f.year);
          else if (f.year == kUnknownYear)
            out.key("year").null();
        }
        // Of no indicator: as written, but amounts in 万元.
        const bool as_written = indicator == nullptr && f.unit->measure == Measure::percent &&
                                !f.unit->score && f.unit->factor != number::Decimal(1);
        const auto written = as_written ? number::Decimal::divide(f.value, f.unit->factor, 12) : std::nullopt;
        out.member("value", written ? written->to_plain() : f.value.to_plain());
        const bool points = f.unit->measure == Measure::points;
        std::string unit(indicator == nullptr ? std::string_view() : std::string_view(indicator->unit));
        if (f.role == FigureRole::growth) unit = "%";
        if (indicator == nullptr || points || f.role == FigureRole::rank)
          unit = std::string(knowledge_.message(unit_key(f.unit->measure)));
        if (unit.empty() || as_written) unit = to_utf8(f.unit->word);
        out.member("unit", unit);
        if (f.bound != Bound::exact) out.member("bound", kBounds[static_cast<std::size_t>(f.bound)]);
        out.close('}');
      }
      offset += paragraph.units + 1;
    }
  }
  return out.close(']').take();
}

namespace {

// Sentences of a line as pairs of character places.
template <class Take>
void each_sentence(const Line& line, const Take& take) {
  std::size_t from = 0;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    const bool end =
        i == line.size() || line.chars[i] == U'。' || line.chars[i] == U'!' || line.chars[i] == U'?';
    if (!end) continue;
    if (i > from) take(from, std::min(i + 1, line.size()));
    from = i + 1;
  }
}

}  // namespace

std::string Review::coverage() const {
  json::Writer out;
  Line line;
  out.array();
  for (const Passage& passage : passages_) {
    if (passage.plan->topics.empty()) continue;
    out.object()
        .member("at", facts_.values()[passage.value].pointer)
        .member("label", passage.plan->label)
        .key("topics")
        .array();
    for (std::size_t t = 0; t < passage.plan->topics.size(); ++t) {
      const Topic& topic = passage.plan->topics[t];
      bool figures = false;
      out.object()
          .member("id", topic.id)
          .member("label", topic.label)
          .key("quantity")
          .boolean(topic.quantity)
          .key("found")
          .array();
      std::uint32_t offset = 0;
      for (const Paragraph& paragraph : passage.paragraphs) {
        if ((paragraph.topics & 1u << t) != 0) {
          figures = figures || (paragraph.topics_with_figure & 1u << t) != 0;
          line.read(paragraph.text);
          each_sentence(line, [&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to; ++i) {
              const Term* term = passage.plan->topic_terms.find(line.chars, i);
              if (term == nullptr || (passage.plan->topic_masks[term->id] >> t & 1) == 0) continue;
              out.array().number(offset + line.units[from]).number(offset + line.units[to]).close(']');
              return;
            }
          });
        }
        offset += paragraph.units + 1;
      }
      out.close(']').key("figures").boolean(figures).close('}');
    }
    out.close(']').close('}');
  }
  return out.close(']').take();
}

std::string Review::claims() const {
  json::Writer out;
  Line line;
  out.array();
  for (const Claim& claim : knowledge_.claims) {
    bool told = false;
    for (const Passage& passage : passages_) {
      if (!passage.plan->hygiene || told) continue;
      std::uint32_t offset = 0;
      for (const Paragraph& paragraph : passage.paragraphs) {
        line.read(paragraph.text);
        for (const std::u32string& term : claim.terms) {
          const std::size_t at = told ? std::u32string::npos : line.chars.find(term);
          if (at == std::u32string::npos) continue;
          told = true;
          out.object().member("proof", claim.proof).member("at", facts_.values()[passage.value].pointer);
          out.number_member("from", offset + line.units[at])
              .number_member("to", offset + line.units[at + term.size()])
              .close('}');
        }
        offset += paragraph.units + 1;
      }
    }
  }
  return out.close(']').take();
}

}  // namespace formcheck::narrative
