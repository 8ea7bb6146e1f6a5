// Terms on the walk: what each makes a reader keep in mind, and which name speaks of an indicator.
#include "narrative/walk.h"

namespace formcheck::narrative {

// 以上 and 左右 widen what stands before them, and nothing that follows.
bool Walk::right_behind_figure(std::size_t at) const {
  return at > 0 && tokens_[at - 1].kind == Token::Kind::figure && tokens_[at - 1].end == tokens_[at].begin;
}

void Walk::take_term(const Token& t, std::size_t at) {
  if (t.role != Role::list && t.role != Role::plain) {
    if (t.role != Role::indicator) indicators_.open = false;
    if (t.role != Role::product) products_.open = false;
    years_.open = false;
  }
  switch (t.role) {
    case Role::indicator:
      take_indicator(t, at);
      break;
    case Role::noun:
    case Role::part:
      indicators_.clear(), growth_ = 0, cue_ = false;
      break;
    case Role::self:
      other_ = product_named_ = false, rival_ = -1;
      break;
    case Role::other:
      // 对138家供应商, 3个车间: counted things, not who the sentence is about
      thing_ = thing_ || (!other_ && at > 0 && tokens_[at - 1].kind == Token::Kind::figure &&
                          tokens_[at - 1].end == t.begin);
      other_ = true;
      indicators_.clear();
      break;
    case Role::thing:
      thing_ = thing_ || !other_;
      other_ = true;
      indicators_.clear();
      break;
    case Role::actual:
      segment_.target = limit_ = false, cue_ = true;
      break;
    case Role::since:
      barred_ = event_ = true;
      break;
    case Role::sum:
      sum_ = cue_ = true;
      break;
    case Role::take_part:
      lead_ = false;
      break;
    case Role::lead:
      lead_ = true;
      break;
    case Role::hold_bar:
      clause_bar_ = true;
      break;
    case Role::up:
    case Role::down:
      growth_ = t.role == Role::up ? 1 : -1, to_ = false;
      break;
    case Role::to_up:
    case Role::to_down:
    case Role::to:
      to_ = cue_ = true;
      break;
    case Role::from:
      from_ = true, from_year_ = false, before_from_ = context();
      break;
    case Role::respectively:
      respectively_ = cue_ = true;
      break;
    case Role::event:
      event_ = true;
      break;
    case Role::about:
      if (right_behind_figure(at)) break;
      bound_ = Bound::about;
      break;
    case Role::near:
      bound_ = Bound::near;
      break;
    case Role::over:
      if (right_behind_figure(at)) break;
      bound_ = Bound::over;
      relation_ = Role::above;
      cue_ = true;
      break;
    case Role::average:
      average_ = true;
      break;
    case Role::best:
      best_ = true;
      break;
    case Role::ahead:
    case Role::behind:
    case Role::above:
    case Role::below:
      relation_ = t.role;
      break;
    case Role::base:
      base_ = true;
      break;
    case Role::base_end:  // 与行业平均水平相比: holds for the sentence
      base_ = false;
      if (average_ || best_) versus_ = average_ ? Role::average : Role::best;
      break;
    case Role::last_year:
      if (base_) {
        base_ = false;
        if (context() > 0) base_year_ = context() - 1, cue_ = true;
      } else {
        years_.take(context() > 0 ? context() - 1 : knowledge_.year - 1), cue_ = true;
      }
      break;
    case Role::two_years:
      years_.clear();
      for (int n = 2; n >= 1; --n) years_.take(knowledge_.year - n), years_.open = true;
      break;
    case Role::three_years:
      years_.clear();
      for (int n = 3; n >= 1; --n) years_.take(knowledge_.year - n), years_.open = true;
      break;
    case Role::part_year:
      part_year_ = true;
      break;
    case Role::ratio_of:
      take_ratio();
      break;
    case Role::rank:
      rank_ = true;
      break;
    case Role::trade:
      trade_ = true;
      break;
    case Role::scope:
      scope_ = true;
      break;
    case Role::first:
      if (rank_) take_first(t);
      break;
    case Role::bar:
      barred_ = true;
      break;
    case Role::limit:
      limit_ = true;
      break;
    case Role::international:
      abroad_ = scope_ = true;
      turn_abroad();
      break;
    case Role::domestic:
      abroad_ = false, home_ = true;
      turn_home();
      break;
    case Role::list:
      if (!figure_last_) years_.open = years_.size > 0 && at > 0 && tokens_[at - 1].kind == Token::Kind::year;
      if (at > 0 && tokens_[at - 1].is(Role::indicator)) indicators_.open = true;
      if (at > 0 && tokens_[at - 1].is(Role::product)) products_.open = true;
      break;
    case Role::product:
      products_.take(static_cast<std::uint16_t>(t.id));
      product_named_ = cue_ = true;
      break;
    case Role::rival:
      rival_ = static_cast<int>(t.id), cue_ = true, other_ = false;
      break;
    default:
      break;
  }
  figure_last_ = false;
}

// What stands right before a name may make it another thing: 焊缝合格率, 出口营业收入, 行业产品合格率,
// 国家、行业、团体标准.
bool Walk::spoiled(const Token& t, std::size_t at) const {
  if (at == 0 || tokens_[at - 1].end != t.begin) return false;
  const Token& before = tokens_[at - 1];
  const Indicator& indicator = knowledge_.indicators[t.id];
  if (before.kind == Token::Kind::unknown)
    return before.wordy && (t.edge || (!indicator.by_product && !indicator.holding));
  if (before.kind == Token::Kind::figure) return before.unit->measure == Measure::other;  // 冲压一部
  if (before.is(Role::noun)) return true;
  if (before.is(Role::scope)) return !indicator.holding;
  if (before.is(Role::trade) || before.is(Role::international) || before.is(Role::domestic)) {
    return !indicator.by_product && !indicator.holding;
  }
  if (!before.is(Role::list) || !indicator.holding || at < 2) return false;
  return tokens_[at - 2].kind != Token::Kind::figure && !tokens_[at - 2].is(Role::indicator);
}

void Walk::take_indicator(const Token& t, std::size_t at) {
  figure_last_ = false;
  const Indicator& plain = knowledge_.indicators[t.id];
  if (other_ || spoiled(t, at) || (product_named_ && !plain.by_product)) {
    // 泵行业营业收入增长4.6%，利润总额增长3.9%: the next is the trade's, too.
    const bool trade = at > 0 && (tokens_[at - 1].is(Role::trade) || tokens_[at - 1].is(Role::scope));
    if (trade || (product_named_ && !plain.by_product)) other_ = true;
    indicators_.clear();
    return;
  }
  std::uint16_t id = t.id;
  if (abroad_ && plain.abroad != kNone16)
    id = plain.abroad;
  else if (abroad_ && plain.by_product &&
           plain.score) {  // 国际顾客满意度 has cells of its own that no name here means
    indicators_.clear();
    return;
  }
  if (lead_ && plain.holds == "takePart" && t.id < 64) led_ |= std::uint64_t{1} << t.id;
  if (plain.holding && !held(t.id, t.sure)) {
    indicators_.clear();
    return;
  }
  indicators_.take(id);
  base_year_ = 0, wide_pair_ = ratio_told_ = false;
  if (indicators_.size == 1) {
    before_ = growth_;
    growth_ = 0, to_ = false, average_ = best_ = false, relation_ = Role::none, residue_ = 0, comma_ = false,
    from_ = false;
  }
  cue_ = named_ = true;
}

// 国内市场占有率19.2%，国际4.9%: the same measure, in another market.
void Walk::turn_abroad() {
  if (indicators_.size != 1) return;
  cue_ = true;
  const Indicator& indicator = knowledge_.indicators[indicators_.items[0]];
  if (indicator.abroad != kNone16)
    indicators_.items[0] = indicator.abroad;
  else if (indicator.by_product && indicator.score)
    indicators_.clear();
}

void Walk::turn_home() {
  if (indicators_.size != 1) return;
  for (std::uint16_t id = 0; id < knowledge_.indicators.size(); ++id) {
    if (knowledge_.indicators[id].abroad == indicators_.items[0]) indicators_.items[0] = id, cue_ = true;
  }
}

bool Walk::held(std::uint16_t id, bool sure) const {
  const Indicator& indicator = knowledge_.indicators[id];
  // 主导制定行业标准1项，参与制定行业标准3项: the cell holds both.
  if (led_ != 0 && id < 64 && ((led_ >> id & 1) != 0 || indicator.sum)) return false;
  if (column_year_ != 0) return false;  // what a year brought, not what there is
  if (indicator.holds == "takePart") return segment_.take_part && !lead_ && !clause_bar_ && !segment_.year;
  return (sure || segment_.hold) && !segment_.hold_bar && (!segment_.year || segment_.hold);
}

void Walk::take_ratio() {
  const std::uint16_t ratio =
      indicators_.size == 1 ? knowledge_.indicators[indicators_.items[0]].ratio : kNone16;
  indicators_.clear();
  if (ratio == kNone16) return;
  indicators_.take(ratio);
  growth_ = 0, residue_ = 0, comma_ = false, cue_ = named_ = ratio_told_ = true;
}

bool Walk::by_product() const {
  return indicators_.size == 1 && knowledge_.indicators[indicators_.items[0]].by_product &&
         products_.size > 0;
}

}  // namespace formcheck::narrative
