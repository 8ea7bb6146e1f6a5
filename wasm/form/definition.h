// A form as data: what load/ makes of form.json, rules.json and the messages, or image/ of what was kept of that. Immutable
// after loading. All texts are views into what `texts` holds.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "cel/host.h"
#include "cel/pool.h"
#include "cel/program.h"
#include "cel/type.h"
#include "form/dependencies.h"
#include "form/wording.h"
#include "formats/format.h"
#include "number/decimal.h"
#include "text/store.h"

namespace formcheck::form {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;
inline constexpr std::uint32_t kMostRows = 2000;  // of a table

enum class FieldType : std::uint8_t { text, long_text, integer, decimal, percent, date, choice, choices };
[[nodiscard]] constexpr bool is_number(FieldType t) {
  return t == FieldType::integer || t == FieldType::decimal || t == FieldType::percent;
}

// How long a text should be, by one counting scheme. Either `max` (a hard "以内") or `low`…`high` (a band round "左右").
struct Limit {
  enum class Scheme : std::uint8_t { words, code_points, code_points_no_space, utf16_units, han };
  Scheme scheme = Scheme::words;
  std::optional<std::uint32_t> max, about, low, high;
};

// One field of the form, or one column of a table.
struct Field {
  std::string_view id;     // "patents.total"; in a column the bare id
  std::string_view label;  // as printed
  FieldType type = FieldType::text;
  bool required = false;
  std::string_view required_when;  // as written; compiled it is one of Definition::requirements
  bool header = false;   // a column whose text heads its row
  bool figures = false;  // lines that are only a figure marker do not count
  std::string_view unit, clause;
  const formats::Format* format = nullptr;
  std::vector<std::string_view> options;  // their values; labels are the page's business
  std::string_view exclusive, exclusive_label;  // the option of a `choices` field that excludes all others
  std::optional<number::Decimal> min, max;
  std::optional<Limit> limit;
  std::vector<std::string_view> not_applicable;
  std::uint32_t section = 0;   // index into Definition::sections
  std::uint32_t position = 0;  // place in the form's order, shared with tables
};

struct Seed {
  std::string_view key;
  std::vector<std::string_view> cells;                          // by column; header texts, else ""
  std::vector<cel::HostValue> attributes;                       // by attribute: a text, a decimal or null
  std::vector<char> blocked;                                    // by column: there is no such cell
  std::vector<const Field*> fields;                             // by column: the column, or its override for this row
};

struct Attribute {
  std::string_view id;
  bool decimal = false;
};

// What rules see where nothing stands.
[[nodiscard]] cel::Value blank_value(const Field& f);
[[nodiscard]] cel::Value blank_value(const Attribute& a);

// A value shown beside a cell of a row, computed from its table and never stored: a growth, a share.
struct Derived {
  // A column of its table that it reads: in its own row, in that of a seed, or in any.
  struct Source {
    std::uint32_t column = 0;
    Dependencies::Scope scope = Dependencies::Scope::all;
    std::uint32_t seed = 0;  // Scope::seed
  };
  std::string_view id;
  std::uint32_t column = 0;  // beside which it stands
  std::vector<char> seeds;   // by seed: whether it is for that row; empty: for every row
  cel::Program value;        // gives a text, "" for nothing
  std::vector<Source> sources;
};

struct Table {
  enum class Rows : std::uint8_t { fixed, editable, dynamic };
  std::string_view id, label, keyed_as, clause;
  Rows rows = Rows::dynamic;
  cel::Pool<Field> columns;
  cel::Pool<Attribute> attributes;
  cel::Pool<Seed> seeds;
  cel::Pool<Field> overrides;  // owned here, pointed to by seeds
  std::uint32_t start_rows = 0, max_rows = 200;
  std::uint32_t section = 0, position = 0;
  std::vector<Derived> derived;
  cel::ObjectType row_type, keyed_type;
};

enum class Severity : std::uint8_t { error, warning, advice };
enum class Basis : std::uint8_t { notice, form, standard, practice };
[[nodiscard]] std::string_view name_of(Severity s);
[[nodiscard]] std::string_view name_of(Basis b);

struct Clause {
  std::string_view id, source, where, quote;
};

// What stands behind a finding, whether a built-in constraint or a rule.
struct Ground {
  Severity severity = Severity::advice;
  Basis basis = Basis::practice;
  std::string_view clause;  // id, may be empty
  bool acknowledgeable = false;
  std::string_view message;  // pattern
};

// A built-in constraint by its code ("number.unreadable", "uscc.length" …).
struct Check {
  std::string_view code;
  Ground ground;
};

// What a rule points at. In rules.json: "patents.total", "row.current", "indicator.revenue.current", "competitors", "competitors.share".
struct Target {
  enum class Kind : std::uint8_t { scalar, row, keyed, table, column };
  Kind kind = Kind::scalar;
  std::uint32_t field = kNone;   // scalar
  std::uint32_t table = kNone;   // row, keyed, table, column
  std::uint32_t seed = kNone;    // keyed
  std::uint32_t column = kNone;  // row, keyed, column
};

struct Argument {
  std::string_view name;
  cel::Program program;
};

struct Fix {
  Target target;
  cel::Program to;
  std::string_view label;  // pattern with {to}
};

struct Rule {
  std::string_view id, source;
  Ground ground;
  std::uint32_t each = kNone;  // table
  cel::Program program;
  std::vector<Target> at;
  std::vector<Argument> args;
  std::optional<Fix> fix;
};

// A cell that must be filled only as long as something else is so.
struct Requirement {
  std::uint32_t table = kNone;  // of a column; kNone for a field of the form
  std::uint32_t field = 0;      // slot, or column
  cel::Program when;            // true: required
};

struct Section {
  std::string_view id, label;
};

// How many pictures a draft should have, and how heavy they should be.
struct FigureLimits {
  std::optional<std::uint32_t> count, kilobytes, total_kilobytes;
};

// A variable of the rule language, by its index there.
struct Variable {
  enum class Kind : std::uint8_t { field, group, table, keyed, year, row };
  Kind kind = Kind::field;
  std::uint32_t index = 0;  // field, group or table
};

// `patents`: members are fields or further groups.
struct Group {
  struct Member {
    bool group = false;
    std::uint32_t index = 0;
  };
  cel::ObjectType type;
  std::vector<Member> members;
};

struct Definition {
  text::Store texts;
  std::string_view id, edition, version, title;
  int year = 0;
  cel::Pool<Section> sections;
  FigureLimits figures;
  cel::Pool<Field> fields;  // scalars in the form's order; the index is the slot
  cel::Pool<Table> tables;
  cel::Pool<Clause> clauses;
  cel::Pool<Check> checks;
  cel::Pool<Rule> rules;
  cel::Pool<Requirement> requirements;
  cel::Pool<Group> groups;
  std::vector<Variable> variables;  // the variable `row` of each-rules has the index after the last
  Dependencies dependencies;
  Wording wording;
  std::string_view hand_checks;  // JSON: its list of that name

  [[nodiscard]] const Clause* clause(std::string_view clause_id) const;
  [[nodiscard]] std::uint32_t check_index(std::string_view code) const;  // kNone when there is none
  [[nodiscard]] std::uint32_t field_index(std::string_view field_id) const;
  [[nodiscard]] std::uint32_t table_index(std::string_view table_id) const;
};

}  // namespace formcheck::form
