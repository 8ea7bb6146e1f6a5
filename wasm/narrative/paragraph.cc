#include "narrative/paragraph.h"

#include "narrative/compare.h"
#include "text/classes.h"
#include "text/figures.h"

namespace formcheck::narrative {
namespace {

constexpr std::string_view kBlemishRules[] = {
    "text.halfWidth", "text.unpaired",    "text.numbering",    "placeholder",
    "leftover",       "text.superlative", "text.personalData", "text.figureReference"};
constexpr std::string_view kNameRules[] = {"name.company", "name.otherCompany", "name.product", "name.brand",
                                           "name.method"};

std::string plain(const number::Decimal& value) { return value.to_plain(); }

}  // namespace

void ParagraphReader::read(const TextPlan& plan, Paragraph& out) {
  out.own.clear(), out.judged.clear(), out.references.clear(), out.offsets.clear(), out.figures.clear();
  out.is_judged = false;
  out.topics = out.topics_with_figure = 0, out.directions = 0, out.letters = 0;
  out.hash = 0xcbf29ce484222325u;
  line_.read(out.text);
  out.units = line_.units.back();
  out.heading = {};
  if (text::is_figure_line(out.text)) return;
  for (const char32_t c : line_.chars) {
    if (text::is_space(c)) continue;
    ++out.letters;
    out.hash = (out.hash ^ c) * 0x100000001b3u;
  }
  tokenize(line_, knowledge_, names_.lexicon, tokens_);
  bool any_figure = false;
  for (const Token& token : tokens_) any_figure = any_figure || token.kind == Token::Kind::figure;
  if (plan.figures) {
    attribute(tokens_, knowledge_, plan.year, out.figures);
    for (const Figure& figure : out.figures.all)
      out.offsets.push_back(line_.units[figure.begin]), out.offsets.push_back(line_.units[figure.end]);
    for (const Contradiction& c : out.figures.contradictions) {
      Remark remark{"figure.trend",
                    "",
                    {place(c.begin, c.end), place(c.first_begin, c.first_end)},
                    {},
                    line_.text(c.begin, c.end),
                    {},
                    {}};
      const std::string first = line_.text(c.first_begin, c.first_end);
      remark.args = {{"label", plan.label}, {"first", first}, {"second", remark.actual}};
      out.own.push_back(std::move(remark));
    }
  }
  if (!plan.topics.empty() || plan.prose) {
    for (std::size_t i = 0; i < line_.size(); ++i) {
      if (const Term* term = plan.topic_terms.find(line_.chars, i)) out.topics |= plan.topic_masks[term->id];
      if (const Term* term = knowledge_.direction_terms.find(line_.chars, i))
        out.directions |= std::uint64_t{1} << term->id;
    }
    out.topics_with_figure = any_figure ? out.topics : 0;
  }
  if (plan.hygiene) {
    out.heading = heading_of(line_);
    if (out.heading.level > 0) out.heading.end = line_.units[out.heading.end];
    add_blemishes(plan, out);
  }
  if (plan.names) add_names(plan, out);
}

void ParagraphReader::add_blemishes(const TextPlan& plan, Paragraph& out) {
  find_blemishes(line_, knowledge_, blemishes_);
  for (const Blemish& b : blemishes_) {
    Remark remark{std::string(kBlemishRules[static_cast<std::size_t>(b.kind)]),
                  "",
                  {place(b.begin, b.end)},
                  {},
                  line_.text(b.begin, b.end),
                  {},
                  {}};
    std::string number = std::to_string(b.number);
    if (b.kind == Blemish::Kind::figure_reference)
      out.references.emplace_back(static_cast<std::uint32_t>(out.own.size()), b.number);
    if (b.kind == Blemish::Kind::half_width) {
      constexpr std::u32string_view kHalf = U",;:?!()", kFull = U"，；：？！（）";
      for (auto at = b.more.rbegin(); at != b.more.rend(); ++at) {
        remark.mends.push_back({place(*at, *at + 1), to_utf8(kFull.substr(kHalf.find(line_.raw[*at]), 1))});
      }
      remark.mends.push_back({place(b.begin, b.end), to_utf8(b.mend)});
      number = std::to_string(b.more.size() + 1);
    }
    remark.args = {{"label", plan.label}, {"actual", remark.actual}, {"number", number}};
    out.own.push_back(std::move(remark));
  }
}

void ParagraphReader::add_names(const TextPlan& plan, Paragraph& out) {
  find_near_names(line_, knowledge_, names_, near_);
  for (const NearName& n : near_) {
    Remark remark{std::string(kNameRules[static_cast<std::size_t>(n.kind)]),
                  "",
                  {place(n.begin, n.end)},
                  {},
                  line_.text(n.begin, n.end),
                  to_utf8(n.ours),
                  {}};
    if (n.at != Facts::kNothing) remark.at.push_back({n.at, kWhole, kWhole}), remark.names_place = true;
    remark.args = {{"label", plan.label}, {"actual", remark.actual}, {"expected", remark.expected}};
    if (!n.ours.empty()) remark.mends.push_back({place(n.begin, n.end), remark.expected});
    out.own.push_back(std::move(remark));
  }
}

void ParagraphReader::judge(const TextPlan& plan, const Facts& facts, Paragraph& out) {
  out.judged.clear();
  out.is_judged = true;
  constexpr std::string_view kRules[] = {
      "", "figure.mismatch", "figure.year", "figure.growth", "figure.ratio", "figure.rank"};
  constexpr std::string_view kRoles[] = {"level", "growth", "change", "rank", "average", "best", "gap"};
  bool line_read = false;
  for (std::size_t i = 0; i < out.figures.all.size(); ++i) {
    const Figure& figure = out.figures.all[i];
    const Verdict verdict = compare(figure, out.figures.all, knowledge_, facts);
    if (verdict.kind == Verdict::Kind::fine) continue;
    if (!line_read) line_.read(out.text), line_read = true;
    const Indicator& indicator = knowledge_.indicators[figure.indicator];
    Remark remark{std::string(kRules[static_cast<std::size_t>(verdict.kind)]),
                  "",
                  {place(figure.begin, figure.end)},
                  {},
                  line_.text(figure.begin, figure.end),
                  {},
                  {}};
    for (const std::size_t cell : verdict.cells) remark.at.push_back({cell, kWhole, kWhole});
    const bool points = figure.unit->measure == Measure::points;
    const std::string unit(points                              ? knowledge_.message("unit.points")
                           : figure.role == FigureRole::rank   ? std::string_view()
                           : figure.role == FigureRole::growth ? std::string_view("%")
                                                               : std::string_view(indicator.unit));
    const std::string shown = plain(figure.value) + unit, expected = plain(verdict.expected) + unit;
    remark.expected = expected;
    remark.subject = indicator.id;
    const std::string what =
        std::string(knowledge_.message("role." + std::string(kRoles[static_cast<std::size_t>(figure.role)])));
    const std::string year = figure.year > 0 ? std::to_string(figure.year) : "",
                      other = verdict.other_year > 0 ? std::to_string(verdict.other_year) : "";
    remark.args = {
        {"label", plan.label},     {"indicator", indicator.label}, {"what", what}, {"actual", remark.actual},
        {"shown", shown},          {"expected", expected},         {"year", year}, {"otherYear", other},
        {"place", indicator.place}};
    const bool converted =
        figure.unit->measure == Measure::amount && remark.actual.find(indicator.unit) == std::string::npos;
    if (verdict.kind == Verdict::Kind::mismatch && year.empty())
      remark.wording = "figure.mismatch.noYear";
    else if (verdict.kind == Verdict::Kind::mismatch && converted)
      remark.wording = "figure.mismatch.converted";
    if (verdict.kind == Verdict::Kind::year && verdict.known) remark.wording = "figure.year.known";
    if (verdict.kind == Verdict::Kind::rank && indicator.by_product) remark.wording = "figure.rank.market";
    out.judged.push_back(std::move(remark));
  }
}

}  // namespace formcheck::narrative
