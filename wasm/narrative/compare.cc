#include "narrative/compare.h"

#include <optional>

namespace formcheck::narrative {
namespace {

using number::Decimal;

Decimal magnitude(const Decimal& d) { return d.is_negative() ? d.negated() : d; }

Decimal or_zero(const std::optional<Decimal>& d) { return d.value_or(Decimal(0)); }

// |a - b| as a multiple of `of`: whether it is below `n` tenths of it.
bool within(const Decimal& a, const Decimal& b, const Decimal& of, int tenths) {
  const Decimal distance = magnitude(or_zero(Decimal::subtract(a, b)));
  return Decimal::compare(or_zero(Decimal::multiply(distance, 10)), or_zero(Decimal::multiply(of, tenths))) <=
         0;
}

// Whether `shown` is `actual` cut off at `ulp`: below it in magnitude by less than one.
bool cut_off(const Decimal& shown, const Decimal& actual, const Decimal& ulp) {
  const Decimal a = magnitude(shown), b = magnitude(actual);
  if (Decimal::compare(a, b) > 0 || a.is_negative()) return false;
  return Decimal::compare(or_zero(Decimal::subtract(b, a)), ulp) < 0;
}

Decimal percent_of(const Decimal& d, int percent) {
  return or_zero(Decimal::multiply(magnitude(d), or_zero(Decimal::divide(percent, 100, 2))));
}

}  // namespace

bool agrees(const Figure& shown, const Decimal& actual, const Decimal& actual_ulp) {
  const bool same_side = shown.value.sign() * actual.sign() >= 0;
  const Decimal& ulp = Decimal::compare(shown.ulp, actual_ulp) >= 0 ? shown.ulp : actual_ulp;
  if (shown.bound != Bound::over &&
      (within(shown.value, actual, ulp, 5) || (same_side && cut_off(shown.value, actual, ulp))))
    return true;
  if (shown.bound == Bound::exact) return false;
  const Decimal a = magnitude(shown.value), b = magnitude(actual);
  if (!same_side) return false;
  switch (shown.bound) {
    case Bound::about:
      return within(a, b, percent_of(a, 5), 10) || within(a, b, ulp, 10);
    case Bound::over:  // no upper end, but ten times is another unit
      return Decimal::compare(b, a) >= 0 && Decimal::compare(b, or_zero(Decimal::multiply(a, 5))) < 0;
    case Bound::near:
      return Decimal::compare(b, or_zero(Decimal::add(a, percent_of(a, 2)))) <= 0 &&
             Decimal::compare(b, percent_of(a, 85)) >= 0;
    default:
      return false;
  }
}

namespace {

// The significant digits shown: two figures that agree in one digit agree by chance.
int significant(const Figure& figure) {
  std::string digits = magnitude(figure.value).to_plain();
  const auto shown =
      Decimal::divide(magnitude(figure.value), figure.ulp.sign() == 0 ? Decimal(1) : figure.ulp, 0);
  if (shown) digits = shown->to_plain();
  return static_cast<int>(digits.size());
}

class Comparison {
 public:
  Comparison(const Figure& figure, const std::vector<Figure>& all, const Knowledge& knowledge,
             const Facts& facts)
      : figure_(figure),
        all_(all),
        knowledge_(knowledge),
        facts_(facts),
        indicator_(knowledge.indicators[figure.indicator]) {}

  Verdict run() {
    if (figure_.soft) return {};
    if (indicator_.by_product && figure_.product < 0 && figure_.rival < 0) return {};
    if (figure_.rival >= 0) return rival();
    switch (figure_.role) {
      case FigureRole::growth:
        return growth();
      case FigureRole::change:
        return change();
      case FigureRole::gap:
        return gap();
      case FigureRole::rank:
        return rank();
      default:
        return level();
    }
  }

 private:
  [[nodiscard]] std::optional<Facts::Number> cell(FigureRole role, int year) const {
    if (indicator_.part != kNone16 && role == FigureRole::level) return ratio(year);
    return facts_.number(figure_.indicator, role, year, figure_.product);
  }

  // Part of whole in per cent, to more places than anybody writes.
  [[nodiscard]] std::optional<Facts::Number> ratio(int year) const {
    const auto part = facts_.number(indicator_.part, FigureRole::level, year, -1),
               whole = facts_.number(indicator_.whole, FigureRole::level, year, -1);
    if (!part || !whole || whole->value.sign() <= 0) return {};
    const auto hundred = Decimal::multiply(part->value, 100);
    const auto quotient = hundred ? Decimal::divide(*hundred, whole->value, 6) : std::nullopt;
    if (!quotient) return {};
    return Facts::Number{*quotient, Decimal::parse("0.000001").value_or(0), part->cell};
  }

  void rest_on(Verdict& verdict, const Facts::Number& number, int year) const {
    verdict.cells.push_back(number.cell);
    if (indicator_.part == kNone16) return;
    if (const auto whole = facts_.number(indicator_.whole, FigureRole::level, year, -1))
      verdict.cells.push_back(whole->cell);
  }

  Verdict differs(Verdict::Kind kind, const Facts::Number& number, int year) const {
    Verdict verdict;
    verdict.kind = kind;
    verdict.expected = indicator_.part != kNone16 ? or_zero(Decimal::round(number.value, 2)) : number.value;
    rest_on(verdict, number, year);
    return verdict;
  }

  Verdict level() {
    const Verdict::Kind kind = indicator_.part != kNone16 ? Verdict::Kind::ratio : Verdict::Kind::mismatch;
    if (figure_.year == kUnknownYear) return unknown_year(kind);
    const auto number = cell(figure_.role, figure_.year);
    if (number && agrees(figure_, number->value, number->ulp)) return {};
    if (const int other = year_it_fits(number ? 2 : 3); other != 0 && figure_.role == FigureRole::level) {
      const auto there = cell(figure_.role, other);
      Verdict verdict = differs(Verdict::Kind::year, *there, other);
      verdict.other_year = other;
      verdict.known = number.has_value();
      if (number) verdict.expected = number->value;
      return verdict;
    }
    return number ? differs(kind, *number, figure_.year) : Verdict{};
  }

  // A figure of another year's cell, when it cannot be so by chance.
  [[nodiscard]] int year_it_fits(int least) const {
    if (figure_.bound != Bound::exact || significant(figure_) < least || figure_.year <= 0) return 0;
    for (int year = knowledge_.year - 2; year < knowledge_.year; ++year) {
      if (year == figure_.year) continue;
      const auto number = cell(FigureRole::level, year);
      if (number && agrees(figure_, number->value, number->ulp)) return year;
    }
    return 0;
  }

  // 由A提高到B without a year: when one half is the form's, the other must be, too.
  Verdict unknown_year(Verdict::Kind kind) {
    if (figure_.other_half < 0 || figure_.bound != Bound::exact) return {};
    const Figure& other = all_[static_cast<std::size_t>(figure_.other_half)];
    if (other.year != kUnknownYear || other.bound != Bound::exact || significant(other) < 2) return {};
    const bool first = &figure_ < &other;
    const auto own = cell(FigureRole::level, knowledge_.year - (first ? 2 : 1)),
               theirs = cell(FigureRole::level, knowledge_.year - (first ? 1 : 2));
    if (!own || !theirs || !agrees(other, theirs->value, theirs->ulp) ||
        agrees(figure_, own->value, own->ulp))
      return {};
    return first ? Verdict{} : differs(kind, *own, knowledge_.year - 1);
  }

  struct Pair {
    Facts::Number now, before;
  };
  [[nodiscard]] std::optional<Pair> pair() const {
    if (figure_.year <= 0) return {};
    const auto now = cell(FigureRole::level, figure_.year),
               before = cell(FigureRole::level, figure_.year - 1);
    if (!now || !before) return {};
    return Pair{*now, *before};
  }

  Verdict derived(const std::optional<Decimal>& expected, std::vector<std::size_t> cells,
                  const Decimal& ulp) const {
    if (!expected || agrees(figure_, *expected, ulp)) return {};
    Verdict verdict;
    verdict.kind = Verdict::Kind::growth;
    verdict.expected = or_zero(Decimal::round(*expected, 2));
    verdict.cells = std::move(cells);
    return verdict;
  }

  Verdict growth() const {
    const auto both = pair();
    if (!both || both->before.value.sign() <= 0) return {};
    const auto rise = Decimal::subtract(both->now.value, both->before.value);
    const auto hundred = rise ? Decimal::multiply(*rise, 100) : std::nullopt;
    return derived(hundred ? Decimal::divide(*hundred, both->before.value, 6) : std::nullopt,
                   {both->now.cell, both->before.cell}, 0);
  }

  Verdict change() const {
    const auto both = pair();
    if (!both) return {};
    return derived(Decimal::subtract(both->now.value, both->before.value),
                   {both->now.cell, both->before.cell}, 0);
  }

  Verdict gap() const {
    const int year = figure_.year == kUnknownYear ? knowledge_.year - 1 : figure_.year;
    const auto own = cell(FigureRole::level, year), theirs = cell(figure_.of, year);
    if (!own || !theirs) return {};
    const auto difference = Decimal::subtract(own->value, theirs->value);
    if (!difference) return {};
    return derived(indicator_.better > 0 ? *difference : difference->negated(), {own->cell, theirs->cell}, 0);
  }

  Verdict rank() const {
    const int year = figure_.year == kUnknownYear ? knowledge_.year - 1 : figure_.year;
    const auto number = facts_.number(figure_.indicator, FigureRole::rank, year, figure_.product);
    if (number)
      return Decimal::compare(number->value, figure_.value) == 0
                 ? Verdict{}
                 : differs(Verdict::Kind::rank, *number, year);
    return rank_in_market(year);
  }

  // There is no column for the rank of a share, but a place above a larger rival of 表5 is none.
  Verdict rank_in_market(int year) const {
    if (!indicator_.by_product || year != knowledge_.year - 1 || knowledge_.rivals.size() < 3) return {};
    const auto own = cell(FigureRole::level, year);
    const auto place = figure_.value.to_int64();
    if (!own || !place) return {};
    const std::string_view product =
        facts_.text(knowledge_.products[static_cast<std::size_t>(figure_.product)]);
    std::int64_t ahead = 0;
    Verdict verdict;
    for (const std::size_t row : facts_.matching(knowledge_.rivals[1])) {
      const std::size_t cell = facts_.sibling(row, knowledge_.rivals[2]);
      const auto share = cell == Facts::kNothing ? std::nullopt : read_cell(facts_.values()[cell].text);
      if (product.empty() || !share || facts_.values()[row].text != product ||
          Decimal::compare(share->value, own->value) <= 0)
        continue;
      ++ahead;
      verdict.cells.push_back(cell);
    }
    if (indicator_.rivals.empty() || *place > ahead) return {};
    verdict.kind = Verdict::Kind::rank;
    verdict.expected = ahead + 1;
    return verdict;
  }

  Verdict rival() const {
    const auto names = facts_.matching(knowledge_.rivals[0]);
    const auto at = static_cast<std::size_t>(figure_.rival);
    if (at >= names.size() || figure_.role != FigureRole::level) return {};
    const std::size_t cell = facts_.sibling(names[at], knowledge_.rivals[2]);
    if (cell == Facts::kNothing) return {};
    if (figure_.year != knowledge_.year - 1 && figure_.year != kUnknownYear) return {};
    const auto share = read_cell(facts_.values()[cell].text);
    if (!share || agrees(figure_, share->value, share->ulp)) return {};
    Verdict verdict;
    verdict.kind = Verdict::Kind::mismatch;
    verdict.expected = share->value;
    verdict.cells.push_back(cell);
    return verdict;
  }

  const Figure& figure_;
  const std::vector<Figure>& all_;
  const Knowledge& knowledge_;
  const Facts& facts_;
  const Indicator& indicator_;
};

}  // namespace

Verdict compare(const Figure& figure, const std::vector<Figure>& all, const Knowledge& knowledge,
                const Facts& facts) {
  if (figure.indicator == kNone16) return {};
  return Comparison(figure, all, knowledge, facts).run();
}

}  // namespace formcheck::narrative
