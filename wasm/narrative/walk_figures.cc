// Figures on the walk: rows, pairs, ranks, and whom each is given to.
#include "narrative/walk.h"

namespace formcheck::narrative {

void Walk::take_first(const Token& t) {
  Token rank = t;
  rank.kind = Token::Kind::figure, rank.unit = &knowledge_.rank, rank.value = rank.ulp = 1;
  add_ranks(rank);
}

std::size_t Walk::take_figures(std::size_t at) {
  figure_last_ = true;
  const bool next_to = at + 2 < tokens_.size() &&
                       (tokens_[at + 1].is(Role::to_up) || tokens_[at + 1].is(Role::to_down) ||
                        tokens_[at + 1].is(Role::to)) &&
                       tokens_[at + 2].kind == Token::Kind::figure;
  if (from_ || next_to) {
    if (const std::size_t second = find_second(at); second != 0) {
      take_pair(at, second);
      return second;
    }
  }
  const Token& token = tokens_[at];
  if (token.unit->measure == Measure::rank) {
    add_ranks(token);
    return at;
  }
  std::array<std::size_t, kMany + 1> row{at};
  std::size_t count = 1, last = at;
  for (std::size_t i = at + 1; i < tokens_.size() && count <= kMany; ++i) {
    if (tokens_[i].kind == Token::Kind::figure && tokens_[i].unit->measure == token.unit->measure &&
        last + 1 < i)
      row[count++] = i, last = i;
    else if (!(tokens_[i].is(Role::list) || tokens_[i].is(Role::about) || tokens_[i].is(Role::near) ||
               tokens_[i].is(Role::over)))
      break;
  }
  if (row_of_given(count)) {
    give_row(row.data(), count);
    return last;
  }
  if (respectively_ && named_ && count > 1 && years_.size <= 1 && last_years_.size == count)
    years_ = last_years_;
  const std::size_t width = indicators_.size > 1 ? indicators_.size
                            : years_.size > 1    ? years_.size
                            : by_product()       ? products_.size
                                                 : 1;
  if (width <= 1 || count == 1) {
    take_one(at, width > 1);
    return at;
  }
  const std::size_t lists = (indicators_.size > 1) + (years_.size > 1) + (by_product() && products_.size > 1);
  const bool fits = count == width && lists == 1;
  const Bound bound = bound_;
  for (std::size_t k = 0; k < count; ++k) {
    Figure figure = plain_figure(tokens_[row[k]]);
    figure.bound = bound;
    if (fits) {
      const std::uint16_t id = indicators_.items[indicators_.size > 1 ? k : 0];
      const int year = years_.size > 1 ? years_.items[k] : context();
      decide(figure, tokens_[row[k]], id, year, by_product() && products_.size > 1 ? static_cast<int>(k) : 0);
    }
    out_.all.push_back(figure);
  }
  if (years_.size > 1 && fits) {
    const int latest = years_.items[years_.size - 1];
    last_years_ = years_;
    years_.clear();
    years_.take(latest);
  }
  anchor();
  return last;
}

bool Walk::row_of_given(std::size_t count) const {
  return respectively_ && !named_ && count > 1 && told_ == count && given_.size == count &&
         years_.size <= 1 && indicators_.size <= 1;
}

void Walk::give_row(const std::size_t* row, std::size_t count) {
  const Bound bound = bound_;
  for (std::size_t k = 0; k < count; ++k) {
    Figure figure = plain_figure(tokens_[row[k]]);
    figure.bound = bound;
    decide(figure, tokens_[row[k]], given_.items[k].indicator, context(), -1);
    if (figure.indicator != kNone16) figure.product = given_.items[k].product;
    out_.all.push_back(figure);
  }
  anchor();
}

void Walk::take_one(std::size_t at, bool unclear) {
  Figure figure = plain_figure(tokens_[at]);
  if (take_following(at, figure)) {
    out_.all.push_back(figure);
    anchor();
    return;
  }
  if (!unclear && indicators_.size == 1) {
    return_to_part(tokens_[at]);
    add_up(at);
    const int behind = year_behind(at);
    decide(figure, tokens_[at], indicators_.items[0], behind != 0 ? behind : context(), 0);
  }
  const bool found = figure.indicator != kNone16;
  out_.all.push_back(figure);
  if (found)
    anchor();
  else if (tokens_[at].unit->measure != Measure::other)
    growth_ = 0, from_ = false, cue_ = false, bound_ = Bound::exact, limit_ = false;
  else
    growth_ = 0, bound_ = Bound::exact;
}

// 研发投入1.03亿元，占营业收入的4.8%，同比增长22.69%: an amount, and growth, are again of 研发投入.
void Walk::return_to_part(const Token& token) {
  const std::uint16_t part = knowledge_.indicators[indicators_.items[0]].part;
  if (part == kNone16) return;
  const Measure measure = token.unit->measure;
  if (measure == knowledge_.indicators[part].measure ||
      (ratio_told_ && !named_ && measure == Measure::percent && growth_ != 0))
    indicators_.items[0] = part;
}

// 国家标准3项、行业标准4项，合计7项
void Walk::add_up(std::size_t at) {
  const Indicator& last = knowledge_.indicators[indicators_.items[0]];
  if (last.holds != "takePart" || at == 0 || !tokens_[at - 1].is(Role::sum)) return;
  for (std::uint16_t id = 0; id < knowledge_.indicators.size(); ++id) {
    if (knowledge_.indicators[id].sum && held(id, false)) indicators_.items[0] = id;
  }
}

bool Walk::take_following(std::size_t at, Figure& figure) {
  std::size_t next = at + 1;
  const Token* t = next < tokens_.size() ? &tokens_[next] : nullptr;
  if (t != nullptr && t->is(Role::plain) && t->end - t->begin == 1)
    t = ++next < tokens_.size() ? &tokens_[next] : nullptr;
  if (t == nullptr || !t->is(Role::indicator) || t->begin - tokens_[at].end > 1) return false;
  const Indicator& indicator = knowledge_.indicators[t->id];
  const bool pieces = indicator.measure == Measure::pieces;
  if (indicator.measure != figure.unit->measure || (indicators_.size > 0 && residue_ == 0 && !pieces))
    return false;
  if (pieces && at > 0 && tokens_[at - 1].is(Role::indicator)) return false;
  if (pieces && !held(t->id, t->sure)) return false;
  if (!pieces && (other_ || !cue_for_following(at))) return false;
  // It has a figure of its own: 国家标准3项.
  if (next + 1 < tokens_.size() && tokens_[next + 1].kind == Token::Kind::figure) return false;
  const Few<std::uint16_t> kept = indicators_;
  indicators_.clear();
  cue_ = true;
  decide(figure, tokens_[at], t->id, context(), 0);
  indicators_ = kept;
  return figure.indicator != kNone16;
}

bool Walk::cue_for_following(std::size_t at) const {
  return at > 0 &&
         (tokens_[at - 1].kind == Token::Kind::term || tokens_[at - 1].kind == Token::Kind::year ||
          tokens_[at - 1].kind == Token::Kind::comma || tokens_[at - 1].kind == Token::Kind::bracket) &&
         indicators_.size == 0;
}

std::size_t Walk::find_second(std::size_t first) const {
  bool to = false;
  int commas = 0;
  for (std::size_t i = first + 1; i < tokens_.size(); ++i) {
    const Token& t = tokens_[i];
    if (t.kind == Token::Kind::figure) return to && same_kind(tokens_[first], t) ? i : 0;
    if (t.kind == Token::Kind::sentence || t.kind == Token::Kind::segment) return 0;
    if (t.kind == Token::Kind::comma && ++commas > 1) return 0;
    if (t.is(Role::indicator) || t.is(Role::noun) || t.is(Role::from)) return 0;
    to = to || t.is(Role::to) || t.is(Role::to_up) || t.is(Role::to_down);
  }
  return 0;
}

bool Walk::same_kind(const Token& a, const Token& b) {
  if (a.unit->measure != b.unit->measure) return false;
  return a.unit->measure != Measure::other || a.unit->word == b.unit->word;
}

void Walk::take_pair(std::size_t first, std::size_t second) {
  const Token& a = tokens_[first];
  const Token& b = tokens_[second];
  int sign = 0;
  bool later_bar = false, later_year = false;
  int second_year = 0;
  Bound second_bound = Bound::exact;
  const int first_behind = year_behind(first), second_behind = year_behind(second);
  for (std::size_t i = first + (first_behind != 0 ? 4 : 1); i < second; ++i) {
    const Token& t = tokens_[i];
    if (t.is(Role::to_up) || t.is(Role::up)) sign = 1;
    if (t.is(Role::to_down) || t.is(Role::down)) sign = -1;
    if (t.is(Role::about)) second_bound = Bound::about;
    if (t.is(Role::over)) second_bound = Bound::over;
    if (t.is(Role::near)) second_bound = Bound::near;
    if (t.kind == Token::Kind::year) later_year = true, second_year = t.year;
    if (t.is(Role::bar) || t.is(Role::part_year)) later_bar = true;
  }
  const bool ranks = a.unit->measure == Measure::rank;
  const auto order = number::Decimal::compare(b.value, a.value);
  if (!ranks && !a.ranged && !b.ranged && ((sign > 0 && order < 0) || (sign < 0 && order > 0))) {
    out_.contradictions.push_back({b.begin, b.end, a.begin, a.end});
  }
  Figure from = plain_figure(a), to = plain_figure(b);
  to.bound = second_bound;
  const int outer = from_year_ ? before_from_ : context();
  const bool several = years_.size > 1 && !from_year_;
  int from_year = from_year_ ? context() : kUnknownYear;
  int to_year = later_year ? second_year : kUnknownYear;
  if (first_behind != 0) from_year = first_behind;
  if (second_behind != 0) to_year = second_behind, later_year = true;
  if (!from_year_ && !later_year && several && years_.size == 2) {  // 近两年由A提高到B
    from_year = years_.items[0], to_year = years_.items[1];
  } else {
    if (to_year == kUnknownYear && !several && outer > 0 && (from_year == kUnknownYear || outer > from_year))
      to_year = outer;
    if (from_year == kUnknownYear && to_year > 0 && !several && (outer > 0 || later_year) &&
        !(later_year && outer <= 0 && second_behind == 0)) {
      from_year = to_year - 1;
      from.implied = true;
    }
  }
  if (barred_ && from.implied) from_year = kUnknownYear, from.implied = false;
  if (later_bar) to_year = kUnknownYear;
  const bool part = part_year_;
  if (indicators_.size == 1 && !ranks && !part) {
    const std::uint16_t id = indicators_.items[0];
    growth_ = before_ = 0, to_ = true, cue_ = true;
    const bool barred = barred_;
    barred_ = false;
    decide(from, a, id, from_year, 0);
    decide(to, b, id, to_year, 0);
    if (from.indicator != kNone16 && to.indicator != kNone16) {
      const int n = static_cast<int>(out_.all.size());
      from.other_half = n + 1, to.other_half = n;
    }
    if (barred && from.indicator != kNone16 && !from_year_) from.year = kUnknownYear;
  }
  const bool found = to.indicator != kNone16;
  out_.all.push_back(from);
  out_.all.push_back(to);
  if (to_year > 0)
    years_.clear(), years_.take(to_year);
  else if (from_year_ && outer > 0)
    years_.clear(), years_.take(outer);
  from_year_ = false;
  anchor();
  wide_pair_ = from.year > 0 && to.year > 0 && from.year + 1 != to.year;
  if (!found) indicators_.clear();
}

void Walk::add_ranks(const Token& token) {
  const bool market =
      home_ && indicators_.size > 0 && knowledge_.indicators[indicators_.items[0]].abroad != kNone16;
  const bool good = rank_ && (trade_ || market) && !scope_ && !other_ && !segment_.target && rival_ < 0 &&
                    residue_ <= kFarInClause && indicators_.size > 0;
  for (std::size_t k = 0; k < (good ? indicators_.size : 1); ++k) {
    Figure figure = plain_figure(token);
    if (good) {
      figure.indicator = indicators_.items[k];
      figure.role = FigureRole::rank;
      figure.year = years_.size > 1 ? years_.items[years_.size - 1] : context();
      set_product(figure, 0);
    }
    out_.all.push_back(figure);
  }
  anchor();
}

Figure Walk::plain_figure(const Token& token) const {
  Figure figure;
  figure.begin = token.begin, figure.end = token.end;
  figure.value = token.value, figure.ulp = token.ulp, figure.unit = token.unit;
  figure.bound = token.after_more ? Bound::over : bound_;
  return figure;
}

void Walk::set_product(Figure& figure, int k) const {
  if (!knowledge_.indicators[figure.indicator].by_product) return;
  if (products_.size == 1)
    figure.product = static_cast<std::int8_t>(products_.items[0]);
  else if (products_.size > 1 && k >= 0 && respectively_)
    figure.product = static_cast<std::int8_t>(products_.items[k]);
}

void Walk::decide(Figure& figure, const Token& token, std::uint16_t id, int year, int k) {
  if (token.ranged || limit_ || segment_.target || other_ || part_year_ || limited_after(token)) return;
  const Indicator& indicator = knowledge_.indicators[id];
  if (residue_ > (indicator.holding && comma_ ? 1 : reach(token))) return;
  if (rival_ >= 0 && indicator.rivals.empty()) return;
  const Measure measure = token.unit->measure;
  const bool percent = indicator.measure == Measure::percent;
  const bool fits = measure == indicator.measure && (!token.unit->score || indicator.score);
  int sign = growth_ != 0 ? growth_ : before_;
  FigureRole role = FigureRole::level;
  if ((span_ && !to_) || (sum_ && year <= 0 && !indicator.holding)) return;
  if (measure == Measure::points) {
    if (!percent) return;
    if (average_ || best_ || (versus_ != Role::none && relation_ != Role::none)) {
      if (relation_ == Role::none || growth_ != 0 || !take_gap(figure, indicator)) return;
      role = FigureRole::gap;
    } else {
      // 比2023年高0.56个百分点
      const bool over_base = base_year_ > 0 && (relation_ == Role::above || relation_ == Role::below);
      if (over_base && sign == 0) sign = relation_ == Role::above ? 1 : -1;
      if ((relation_ != Role::none && !over_base) || sign == 0 || to_ || base_other_) return;
      role = FigureRole::change;
    }
  } else if (fits) {
    if (average_ || best_) {
      if ((relation_ != Role::none && !bracket_ && !joined(token)) || growth_ != 0) return;
      role = average_ ? FigureRole::average : FigureRole::best;
    } else if (growth_ != 0 && !to_) {
      if (percent || indicator.holding || base_other_) return;
      role = FigureRole::change;
    } else if (right_behind(token, Role::below) || right_behind(token, Role::ahead) ||
               right_behind(token, Role::behind)) {
      return;  // 低于0.5%: a limit kept
    } else if ((before_ != 0 && percent && !to_) || (!cue_ && !right_behind_self(token))) {
      return;
    }
  } else if (measure == Measure::percent && !percent && !indicator.holding) {
    if (growth_ == 0 || to_ || base_other_ || average_ || best_) return;
    role = FigureRole::growth;
  } else {
    return;
  }
  if ((role == FigureRole::growth || role == FigureRole::change) && (barred_ || wide_pair_)) return;
  if ((role == FigureRole::growth || role == FigureRole::change) && sign < 0)
    figure.value = figure.value.negated();
  if (role == FigureRole::level && right_behind(token, Role::above)) figure.bound = Bound::over;
  figure.indicator = id;
  figure.role = role;
  const bool of_base = base_year_ > 0 && role == FigureRole::level && growth_ == 0;
  figure.year = indicator.holding ? kNoYear : barred_ ? kUnknownYear : of_base ? base_year_ : year;
  figure.soft = indicator.holding && segment_.year;
  if (role == FigureRole::level) given_.open = true, given_.take({id, -1}), ++told_;
  if (rival_ >= 0)
    figure.rival = static_cast<std::int8_t>(rival_ > 100 ? 100 : rival_);
  else
    set_product(figure, k);
  if (role == FigureRole::level && given_.size > 0) given_.items[given_.size - 1].product = figure.product;
}

bool Walk::take_gap(Figure& figure, const Indicator& indicator) const {
  if (indicator.better == 0) return false;
  figure.of = best_ || (!average_ && versus_ == Role::best) ? FigureRole::best : FigureRole::average;
  const bool good = relation_ == Role::ahead || (relation_ == Role::above && indicator.better > 0) ||
                    (relation_ == Role::below && indicator.better < 0);
  if (!good) figure.value = figure.value.negated();
  return true;
}

unsigned Walk::reach(const Token& token) const {
  if (comma_) return kFarBehindComma;
  const auto at = static_cast<std::size_t>(&token - tokens_.data());
  const bool verb =
      at > 0 && tokens_[at - 1].end == token.begin &&
      (tokens_[at - 1].is(Role::to) || tokens_[at - 1].is(Role::to_up) || tokens_[at - 1].is(Role::to_down));
  return verb ? kFarWithVerb : kFarInClause;
}

bool Walk::right_behind(const Token& token, Role role) const {
  const auto at = static_cast<std::size_t>(&token - tokens_.data());
  return at > 0 && tokens_[at - 1].is(role) && tokens_[at - 1].end == token.begin;
}

// 本公司23.0%
bool Walk::right_behind_self(const Token& token) const {
  const auto at = static_cast<std::size_t>(&token - tokens_.data());
  return comma_ && at > 0 && tokens_[at - 1].is(Role::self);
}

// 高于行业平均的1.20次 tells the average itself, 高于行业平均1.20次 may tell what lies between.
bool Walk::joined(const Token& token) const {
  const auto at = static_cast<std::size_t>(&token - tokens_.data());
  return at > 0 && tokens_[at - 1].is(Role::plain) && tokens_[at - 1].end == token.begin &&
         tokens_[at - 1].end - tokens_[at - 1].begin == 1;
}

bool Walk::limited_after(const Token& token) const {
  const std::size_t next = static_cast<std::size_t>(&token - tokens_.data()) + 1;
  return next < tokens_.size() && tokens_[next].begin == token.end && tokens_[next].is(Role::limit);
}

}  // namespace formcheck::narrative
