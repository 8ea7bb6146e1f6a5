// Walks through the tokens of a line and keeps what a reader would keep in mind: which indicators, years and
// products were named last, what stands between them and the figure that comes. Private to attribute.cc and
// the walk_ files.
#pragma once
#include <array>

#include "narrative/attribute.h"

namespace formcheck::narrative {

// Unknown letters between a name and its figure: 达到 right before the figure reaches further back.
constexpr unsigned kFarInClause = 8, kFarWithVerb = 14, kFarBehindComma = 3;
constexpr std::size_t kMany = 4;

// A short list: of years, indicators, products that 分别 may hand figures to.
template <class T>
struct Few {
  std::array<T, kMany> items{};
  std::size_t size = 0;
  bool open = false;  // the next one joins; else it starts the list anew
  void take(T item) {
    if (!open) size = 0;
    if (size < kMany) items[size++] = item;
    open = false;
  }
  void clear() { size = 0, open = false; }
};

// What stands in the part up to the next 。 or ；, seen before its figures are judged.
struct Segment {
  bool target = false, hold = false, hold_bar = false, take_part = false, year = false;
};

class Walk {
 public:
  Walk(const std::vector<Token>& tokens, const Knowledge& knowledge, int year, Figures& out)
      : tokens_(tokens), knowledge_(knowledge), column_year_(year), out_(out) {
    if (year != 0) years_.take(year);
  }

  void run();

 private:
  void look_ahead(std::size_t from);

  void new_segment(bool sentence, std::size_t at);

  void new_clause();

  void drop_event_year();

  // What was found is behind us: the next figure needs cues of its own.
  void anchor();

  void take_year(std::size_t at);

  void take_base(int year);

  // 12.9亿元（2024年）: the year in a bracket right behind the figure; 0 when there is none.
  [[nodiscard]] int year_behind(std::size_t at) const;

  [[nodiscard]] int context() const { return years_.size == 1 ? years_.items[0] : kUnknownYear; }

  [[nodiscard]] bool right_behind_figure(std::size_t at) const;

  void take_term(const Token& t, std::size_t at);

  [[nodiscard]] bool spoiled(const Token& t, std::size_t at) const;

  void take_indicator(const Token& t, std::size_t at);

  void turn_abroad();
  void turn_home();

  [[nodiscard]] bool held(std::uint16_t id, bool sure) const;

  void take_ratio();

  void take_first(const Token& t);

  // A figure, or a row of them, or the first half of a pair. Gives the index of the last token used.
  std::size_t take_figures(std::size_t at);

  [[nodiscard]] bool by_product() const;

  void take_one(std::size_t at, bool unclear);

  // 86件有效专利, 12.89亿元的营业收入: the name comes after.
  // 营业收入12.89亿元，利润总额1.47亿元，分别增长14.42%和21.91%: a row for what was given one by one before.
  [[nodiscard]] bool row_of_given(std::size_t count) const;
  void give_row(const std::size_t* row, std::size_t count);

  void return_to_part(const Token& token);

  bool take_following(std::size_t at, Figure& figure);

  [[nodiscard]] bool cue_for_following(std::size_t at) const;

  // The figure that 由A … 到 leads to; 0 when there is none.
  [[nodiscard]] std::size_t find_second(std::size_t first) const;

  static bool same_kind(const Token& a, const Token& b);

  void take_pair(std::size_t first, std::size_t second);

  void add_ranks(const Token& token);

  Figure plain_figure(const Token& token) const;

  void set_product(Figure& figure, int k) const;

  // Gives the figure to the indicator if all that stands between allows only that.
  void decide(Figure& figure, const Token& token, std::uint16_t id, int year, int k);

  // 优于行业平均水平0.63个百分点: positive when better.
  bool take_gap(Figure& figure, const Indicator& indicator) const;

  void add_up(std::size_t at);
  [[nodiscard]] bool right_behind(const Token& token, Role role) const;
  [[nodiscard]] bool right_behind_self(const Token& token) const;
  [[nodiscard]] unsigned reach(const Token& token) const;
  [[nodiscard]] bool joined(const Token& token) const;

  // 0.4%以内, 98%以下 set a limit; 以上, 左右 widen.
  bool limited_after(const Token& token) const;

  const std::vector<Token>& tokens_;
  const Knowledge& knowledge_;
  const int column_year_;
  Figures& out_;

  Segment segment_;
  Few<int> years_;
  Few<std::uint16_t> indicators_, products_;
  int rival_ = -1;
  bool other_ = false, barred_ = false, part_year_ = false, abroad_ = false, home_ = false;
  bool trade_ = false, scope_ = false, rank_ = false, figure_last_ = false;
  unsigned residue_ = 0;
  bool comma_ = false, cue_ = false, to_ = false, limit_ = false, respectively_ = false;
  int growth_ = 0, before_ = 0;
  bool average_ = false, best_ = false, base_ = false, base_other_ = false;
  bool bracket_ = false, product_named_ = false;
  int base_year_ = 0;  // of 较2023年的A: whose figure comes
  Role relation_ = Role::none;
  Bound bound_ = Bound::exact;
  bool from_ = false, from_year_ = false;
  int before_from_ = kUnknownYear;
  bool clause_year_ = false, event_ = false;  // named in this clause
  bool named_ = false;                        // an indicator, since the last figure
  struct Given {
    std::uint16_t indicator;
    std::int8_t product;
  };
  bool thing_ = false, clause_bar_ = false, lead_ = false, sum_ = false;
  std::uint64_t led_ = 0;   // sorts of standards that were led, a bit each
  bool span_ = false;       // 2022—2024年: a sum or a mean may follow, and no year's figure
  bool wide_pair_ = false;  // 由2022年的A增加到2024年的B: growth behind it is not over the year before
  bool ratio_told_ = false;   // 占营业收入的: what it is a part of may still be spoken of
  Role versus_ = Role::none;  // 与行业平均水平相比
  Few<Given> given_;          // levels told in this sentence, the first of `told_`
  std::size_t told_ = 0;
  Few<int> last_years_;  // of the last row told by years
};

}  // namespace formcheck::narrative
