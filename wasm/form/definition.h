// A form as data: what load_definition() makes of form.json, rules.json and the messages. Immutable after loading.
#pragma once
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cel/program.h"
#include "cel/type.h"
#include "form/json.h"
#include "form/wording.h"
#include "formats/format.h"
#include "number/decimal.h"

namespace formcheck::form {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

enum class FieldType : std::uint8_t { text, long_text, integer, decimal, percent, date, choice, choices };
[[nodiscard]] constexpr bool is_number(FieldType t) {
  return t == FieldType::integer || t == FieldType::decimal || t == FieldType::percent;
}

struct Option {
  std::string value, label, group;  // group: a heading over several options (a city over its counties), or ""
};

// How long a text should be, by one counting scheme. Either `max` (a hard "以内") or `low`…`high` (a band round "左右").
struct Limit {
  enum class Scheme : std::uint8_t { words, code_points, code_points_no_space, utf16_units, han };
  Scheme scheme = Scheme::words;
  std::optional<std::uint32_t> max, about, low, high;
};

// One field of the form, or one column of a table.
struct Field {
  std::string id;     // "patents.total"; in a column the bare id
  std::string label;  // as printed
  FieldType type = FieldType::text;
  bool required = false;
  bool header = false;   // a column whose text heads its row
  bool figures = false;  // lines that are only a figure marker do not count
  std::string unit, clause;
  const formats::Format* format = nullptr;
  std::vector<Option> options;
  std::string exclusive;  // the option of a `choices` field that excludes all others
  std::optional<number::Decimal> min, max;
  std::optional<Limit> limit;
  std::vector<std::string> not_applicable;
  std::uint32_t section = 0;   // index into Definition::sections
  std::uint32_t position = 0;  // place in the form's order, shared with tables
};

struct Seed {
  std::string key;
  std::vector<std::string> cells;                          // by column; header texts, else ""
  std::vector<std::string> text_attributes;                // by attribute
  std::vector<std::optional<number::Decimal>> attributes;  // by attribute
  std::vector<bool> blocked;                               // by column: there is no such cell
  std::vector<const Field*> fields;                        // by column: the column, or its override for this row
};

struct Attribute {
  std::string id;
  bool decimal = false;
};

struct Table {
  enum class Rows : std::uint8_t { fixed, editable, dynamic };
  std::string id, label, keyed_as, clause;
  Rows rows = Rows::dynamic;
  std::vector<Field> columns;
  std::vector<Attribute> attributes;
  std::vector<Seed> seeds;
  std::deque<Field> overrides;  // owned here, pointed to by seeds
  std::uint32_t start_rows = 0, max_rows = 200;
  std::uint32_t section = 0, position = 0;
  cel::ObjectType row_type, keyed_type;
};

enum class Severity : std::uint8_t { error, warning, advice };
enum class Basis : std::uint8_t { notice, form, standard, practice };
[[nodiscard]] std::string_view name_of(Severity s);
[[nodiscard]] std::string_view name_of(Basis b);

struct Clause {
  std::string id, source, where, quote;
};

// What stands behind a finding, whether a built-in constraint or a rule.
struct Ground {
  Severity severity = Severity::advice;
  Basis basis = Basis::practice;
  std::string clause;  // id, may be empty
  bool acknowledgeable = false;
  std::string message;  // pattern
};

// A built-in constraint by its code ("number.unreadable", "uscc.length" …).
struct Check {
  std::string code;
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
  std::string name;
  cel::Program program;
};

struct Fix {
  Target target;
  cel::Program to;
  std::string label;  // pattern with {to}
};

struct Rule {
  std::string id, source;
  Ground ground;
  std::uint32_t each = kNone;  // table
  cel::Program program;
  std::vector<Target> at;
  std::vector<Argument> args;
  std::optional<Fix> fix;
};

struct Section {
  std::string id, label;
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
  std::string id, edition, version;
  int year = 0;
  std::vector<Section> sections;
  std::vector<Field> fields;  // scalars in the form's order; the index is the slot
  std::deque<Table> tables;   // a deque: seeds point to their columns
  std::vector<Clause> clauses;
  std::vector<Check> checks;
  std::vector<Rule> rules;
  std::deque<Group> groups;
  std::vector<Variable> variables;  // the variable `row` of each-rules has the index after the last
  Wording wording;
  Json form;  // form.json with years filled in, options inlined, slots and table numbers added: what a page needs

  [[nodiscard]] const Clause* clause(std::string_view clause_id) const;
  [[nodiscard]] std::uint32_t check_index(std::string_view code) const;  // kNone when there is none
  [[nodiscard]] std::uint32_t field_index(std::string_view field_id) const;
  [[nodiscard]] std::uint32_t table_index(std::string_view table_id) const;
};

}  // namespace formcheck::form
