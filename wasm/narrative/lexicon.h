// Terms found in a line: the longest that stands at a place. Terms are told once, then looked up by their
// first two characters.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace formcheck::narrative {

// What a term does in a sentence. The names are those of `terms` in narrative.json.
enum class Role : std::uint8_t {
  none,
  plain,      // known and of no weight: 公司, 的, 达到, 稳步
  self,       // the applicant again: 公司, 本企业
  indicator,  // id: of the indicator
  noun,       // another quantity: 采集率, 税金
  part,       // 其中: what follows is a part of it
  up,
  down,  // growth: 增长, 下降
  to_up,
  to_down,
  to,    // 提高到, 降至, 到
  from,  // 由, 从
  respectively,
  about,
  over,
  near,  // before the figure: 约, 超过, 近
  average,
  best,  // 行业平均水平, 行业最佳水平
  ahead,
  behind,
  above,
  below,      // 优于, 落后于, 高于, 低于
  base,       // 较, 比: the year that follows is what is compared with
  base_end,   // 相比
  last_year,  // 上年, 去年
  two_years,
  three_years,  // 近两年
  this_year,    // 当年, 全年
  part_year,    // 上半年
  ratio_of,     // 占营业收入的
  rank,         // 居, 排名
  trade,        // 行业, 同行
  scope,        // 全省, 全球: a rank there is not that of the form
  first,        // 首位
  other,        // 供方, 子公司: what follows speaks of them
  thing,        // 该型号, 毛坯: the same, to the end of the clause
  actual,       // 实际达到: what follows is claimed, though the sentence has a target
  bar,          // 实施前, 年初: the figure's year cannot be told
  since,        // 导入以来: both of these
  sum,          // 累计: of several years, unless one is named
  event,        // 荣获, 认证, 导入: a year in the same clause dates this, and no figure behind it
  target,       // 目标, 力争: nothing in the sentence is claimed
  limit,        // 不低于, 控制在: the next figure is not claimed
  hold,
  hold_bar,  // 拥有, 现有; 新增, 申请
  take_part,
  lead,  // 参与制定; 牵头制定
  domestic,
  international,
  list,  // 、 和 与 及
  product,
  rival,
  company,  // names of this application; id: which
};

struct Term {
  std::u32string text;
  Role role = Role::none;
  std::uint16_t id = 0;
  bool edge = false;  // no unknown character may stand before it
};

class Lexicon {
 public:
  void add(std::u32string text, Role role, std::uint16_t id = 0, bool edge = false);
  void ready();  // after the last add
  void clear() { terms_.clear(), ready(); }

  // The longest term at `at`; null when there is none.
  [[nodiscard]] const Term* find(std::u32string_view line, std::size_t at) const;

 private:
  // Buckets by the first two characters, and by the only one of terms that have one.
  static constexpr std::size_t kPairs = 4096, kSingles = 256, kHeads = kPairs + kSingles;
  [[nodiscard]] static std::size_t pair(char32_t a, char32_t b) { return (a * 31 + b) % kPairs; }
  [[nodiscard]] static std::size_t head(const Term& term) {
    return term.text.size() > 1 ? pair(term.text[0], term.text[1]) : kPairs + term.text[0] % kSingles;
  }
  [[nodiscard]] const Term* find_in(std::size_t head, std::u32string_view line, std::size_t at) const;

  std::vector<Term> terms_;                        // by bucket, longest first
  std::array<std::uint16_t, kHeads + 1> heads_{};  // where each bucket begins
};

}  // namespace formcheck::narrative
