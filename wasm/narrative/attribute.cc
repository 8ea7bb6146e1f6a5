#include "narrative/attribute.h"

#include "narrative/walk.h"

namespace formcheck::narrative {

void Walk::run() {
  look_ahead(0);
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    switch (token.kind) {
      case Token::Kind::sentence:
      case Token::Kind::segment:
        new_segment(token.kind == Token::Kind::sentence, i);
        break;
      case Token::Kind::bracket:  // what is ahead of 行业平均水平（98.2%）still speaks of it
        if (i > 0 && tokens_[i - 1].kind == Token::Kind::figure && year_behind(i - 1) != 0) {
          i += 2;
          break;
        }
        comma_ = bracket_ = true, residue_ = 0;
        break;
      case Token::Kind::comma:
        new_clause();
        break;
      case Token::Kind::unknown:
        residue_ += token.weight;
        if (token.weight > 0) years_.open = indicators_.open = products_.open = false;
        break;
      case Token::Kind::year:
        take_year(i);
        break;
      case Token::Kind::term:
        take_term(token, i);
        break;
      case Token::Kind::figure:
        i = take_figures(i);
        break;
    }
  }
}

void Walk::look_ahead(std::size_t from) {
  segment_ = {};
  for (std::size_t i = from; i < tokens_.size(); ++i) {
    const Token& t = tokens_[i];
    if (t.kind == Token::Kind::sentence || t.kind == Token::Kind::segment) break;
    segment_.year |= t.kind == Token::Kind::year;
    segment_.target |= t.is(Role::target);
    segment_.hold |= t.is(Role::hold);
    segment_.hold_bar |= t.is(Role::hold_bar) || t.is(Role::two_years) || t.is(Role::three_years) ||
                         t.is(Role::this_year) || t.is(Role::bar);
    segment_.take_part |= t.is(Role::take_part);
  }
}

void Walk::new_segment(bool sentence, std::size_t at) {
  indicators_.clear();
  if (sentence) products_.clear();
  other_ = thing_ = barred_ = part_year_ = bracket_ = product_named_ = false, rival_ = -1;
  led_ = 0;
  clause_bar_ = lead_ = span_ = wide_pair_ = false, versus_ = Role::none;
  trade_ = scope_ = abroad_ = home_ = false;
  drop_event_year();
  given_.clear(), last_years_.clear(), told_ = 0;
  anchor();
  comma_ = false;
  look_ahead(at + 1);
}

// 2021年获评…: its year holds for nothing behind the clause.
void Walk::drop_event_year() {
  if (event_ && clause_year_) years_.clear();
  event_ = clause_year_ = false;
}

int Walk::year_behind(std::size_t at) const {
  if (at + 3 >= tokens_.size() || tokens_[at + 1].kind != Token::Kind::bracket ||
      tokens_[at + 2].kind != Token::Kind::year || tokens_[at + 3].kind != Token::Kind::comma)
    return 0;
  return tokens_[at + 2].year;
}

void Walk::new_clause() {
  drop_event_year();
  if (thing_) other_ = thing_ = false;
  if (rival_ >= 0) other_ = true;  // what follows may still speak of it
  clause_bar_ = sum_ = false, base_year_ = 0;
  comma_ = true, bracket_ = false;
  growth_ = before_ = 0, to_ = false;
  average_ = best_ = false, relation_ = Role::none, base_ = false, bound_ = Bound::exact;
  rank_ = trade_ = scope_ = abroad_ = home_ = limit_ = false;
  residue_ = 0, rival_ = -1;
  years_.open = indicators_.open = products_.open = false;
}

void Walk::anchor() {
  residue_ = 0, comma_ = false;
  growth_ = before_ = 0, to_ = false, cue_ = false, bound_ = Bound::exact;
  average_ = best_ = false, relation_ = Role::none, base_ = base_other_ = false;
  base_year_ = 0;
  rank_ = limit_ = respectively_ = barred_ = named_ = false;
  from_ = false;
}

void Walk::take_year(std::size_t at) {
  const int year = tokens_[at].year;
  cue_ = true;
  base_year_ = 0;
  if (base_) {
    base_ = false;
    take_base(year);
    return;
  }
  if (from_ && !from_year_) before_from_ = context(), from_year_ = true;
  // 2023—2024年: both years when they follow each other, else a time no figure can be told the year of.
  const bool range = at > 1 && tokens_[at - 2].kind == Token::Kind::year &&
                     tokens_[at - 1].kind == Token::Kind::unknown && tokens_[at - 1].weight == 0;
  if (range) {
    const bool two = years_.size == 1 && years_.items[0] + 1 == year;
    if (!two) years_.clear(), span_ = true;
    years_.open = two;
    if (two) years_.take(year);
  } else {
    years_.take(year);
    span_ = false;
  }
  part_year_ = false;
  // 2024年营业收入 after a comma speaks of the company again, 智能屏蔽循环泵2024年营业收入 does not.
  if (at == 0 || tokens_[at - 1].kind != Token::Kind::term) product_named_ = false;
  clause_year_ = true, last_years_.clear();
}

// The year something is compared with: 较2022年, 与2023年相比. A growth from another year than the one before
// cannot be recomputed.
void Walk::take_base(int year) {
  base_year_ = year;
  if (years_.size == 0 && year == knowledge_.year - 2) years_.take(year + 1);
  if (years_.size != 1 || year + 1 != years_.items[0]) base_other_ = true;
}

namespace {

// 12亿元以上, 15亿元左右: the word behind the figure.
void widen_after(const std::vector<Token>& tokens, Figures& out) {
  std::size_t t = 0;
  for (Figure& figure : out.all) {
    while (t < tokens.size() && tokens[t].begin < figure.end) ++t;
    if (t == tokens.size()) break;
    if (tokens[t].begin != figure.end || tokens[t].kind != Token::Kind::term) continue;
    if (tokens[t].role == Role::about) figure.bound = Bound::about;
    if (tokens[t].role == Role::over) figure.bound = Bound::over;
  }
}

}  // namespace

void attribute(const std::vector<Token>& tokens, const Knowledge& knowledge, int year, Figures& out) {
  out.clear();
  Walk(tokens, knowledge, year, out).run();
  widen_after(tokens, out);
}

}  // namespace formcheck::narrative
