// What the reader knows of one edition, from narrative.json and its wording: indicators with their names and
// cells, units, terms, topics, patterns. Loaded once, never changed.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "narrative/lexicon.h"
#include "narrative/node.h"
#include "number/decimal.h"

namespace formcheck::narrative {

inline constexpr std::uint16_t kNone16 = 0xFFFF;

// What a figure measures. Units of other kinds are read, but no indicator has them.
enum class Measure : std::uint8_t { other, amount, percent, points, times, per_head, energy, pieces, rank };

struct Unit {
  std::u32string word;  // as written, width folded
  Measure measure = Measure::other;
  number::Decimal factor;  // to the measure's own unit (万元, %, …)
  bool score = false;      // 分: stands for % where the indicator is a satisfaction
};

enum class FigureRole : std::uint8_t { level, growth, change, rank, average, best, gap };

// Where the form says a value. `path` is dotted, rows by key: indicators[revenue].current.
struct CellRef {
  std::string path;
  FigureRole role = FigureRole::level;
  int year = 0;  // 0: of no year
  std::int8_t product = -1;
};

struct Indicator {
  std::string id, label, place, unit;  // place: "表2"
  Measure measure = Measure::other;
  bool score = false;  // 分 counts as %
  bool by_product = false;
  bool holding = false;  // speaks of the day of application, and needs to be said so
  bool sum = false;      // of the sorts that are indicators of their own
  std::string holds;     // "hold" or "take_part": which cue a name without `sure` needs
  int better = 0;        // 1 up, -1 down
  std::vector<CellRef> cells;
  std::uint16_t part = kNone16, whole = kNone16;  // of a ratio
  std::uint16_t ratio = kNone16;                  // the ratio that 占营业收入 turns this indicator into
  std::uint16_t abroad = kNone16;                 // the indicator of the same name for 国际
  std::string
      rivals;  // what it is called when a rival is named instead of the company; blank: not taken then
};

struct Topic {
  std::string id, label;
  bool quantity = false;  // the notice asks for figures here
};

struct TextPlan {
  std::string path, label;
  int year = 0;  // of a column that stands for a year
  bool figures = false, names = false, hygiene = false, prose = false;
  std::vector<Topic> topics;
  Lexicon topic_terms;                     // id: into topic_masks
  std::vector<std::uint32_t> topic_masks;  // the topics a term speaks of
  std::uint32_t topics_from = 0;           // characters below which nothing is missed
};

struct Check {
  std::string id, severity;
};

struct Direction {
  std::string value, label;
  std::uint64_t terms = 0;  // which of direction_terms are its own
};

// What a pattern found in a text is (Term::id of Knowledge::patterns).
enum class Pattern : std::uint16_t {
  placeholder,
  bracketed,
  leftover,
  superlative,
  source,
  company_end,
  introduction,
  history,
  harmless,
  identity_lead
};

struct TrendPair {
  std::uint16_t first = 0, second = 0;  // that should not both move for the worse and the better
};

struct Claim {
  std::vector<std::u32string> terms;
  std::string proof;
};

struct Knowledge {
  int year = 0;
  std::vector<Unit> units;                 // longest first
  Unit rank{{}, Measure::rank, 1, false};  // 第n, which no word follows
  std::vector<Indicator> indicators;
  std::vector<TextPlan> texts;
  Lexicon lexicon;
  std::vector<Check> checks;
  std::string company, title, brands, figures, direction;
  std::vector<std::string> products, rivals, others;
  Lexicon patterns;
  std::u32string reference_before, reference_after;  // letters that make 图3 a reference: 如 见; 为 所
  std::u32string variants;  // letters in which names of different things differ: 大 小 双
  std::vector<Direction> directions;
  Lexicon direction_terms;  // id: a bit, 64 at most
  std::vector<std::string> direction_texts;
  std::vector<TrendPair> trends;
  std::vector<Claim> claims;
  std::vector<std::pair<std::string, std::string>> messages;  // by key

  [[nodiscard]] const Check* check(std::string_view id) const;
  [[nodiscard]] std::string_view message(std::string_view key) const;
  [[nodiscard]] std::uint16_t indicator(std::string_view id) const;  // kNone16 when unknown
};

// narrative.json and narrative.zh-CN.json. The first fault refuses the whole.
[[nodiscard]] tl::expected<std::unique_ptr<const Knowledge>, Fault> load_knowledge(
    std::string_view knowledge_json, std::string_view wording_json);

}  // namespace formcheck::narrative
