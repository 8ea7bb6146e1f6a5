// Findings as values: what is wrong with the applicant's data, where, how grave, on what it rests, what to do.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "form/draft.h"
#include "form/judge.h"

namespace formcheck::form {

// Its texts belong to the definition, the sheet and the acknowledgements: it is looked at and let go before the next change.
struct Finding {
  FindingId id{};
  std::string_view rule;    // rule id, or the constraint's code
  std::string_view field;   // constraint: field or column id
  std::string_view row;     // row id, or ""
  std::vector<Slot> slots;  // the first gets the focus; empty when only a table is meant
  std::uint32_t table = kNone;
  const Ground* ground = nullptr;
  std::string_view clause;  // id: the rule's, or for what the form itself asks the field's own; may be empty
  std::string message;
  std::optional<std::string> actual, limit;
  struct Mend {
    Slot slot;
    std::string to, label;
  };
  std::optional<Mend> fix;
  const std::string* acknowledged = nullptr;  // the reason, while the values are those that were acknowledged

  [[nodiscard]] std::string key() const;  // stable within a session: "rule", "rule@row", "code@slot"
};

// A reader of the verdicts. Cheap to make; holds references.
class Findings {
 public:
  Findings(const Sheet& sheet, Judge& judge, const std::vector<Acknowledgement>& acknowledged)
      : sheet_(sheet), judge_(judge), acknowledged_(acknowledged) {}

  // Nothing when it is not (or no longer) so.
  [[nodiscard]] std::optional<Finding> find(const FindingId& id) const;
  [[nodiscard]] cel::Pool<Finding> all() const;  // in the form's order, then constraints before rules
  [[nodiscard]] std::string key_of(const FindingId& id) const;
  [[nodiscard]] std::optional<FindingId> parse_key(std::string_view key) const;

 private:
  void point(const Target& target, RowIndex row, Finding& f) const;
  std::optional<Finding> find_violation(const FindingId& id) const;
  std::optional<Finding> find_failure(const FindingId& id) const;
  void add_cell_args(Slot slot, Args& args) const;  // what every message about a cell may name
  void look_up_acknowledgement(Finding& f) const;

  const Sheet& sheet_;
  Judge& judge_;
  const std::vector<Acknowledgement>& acknowledged_;
};

// What a person has seen who keeps a finding: another value reopens it.
[[nodiscard]] std::vector<std::string> seen_values(const Sheet& sheet, const Finding& f);
// "营业收入 {year-1}年" for a cell, the label for a scalar.
[[nodiscard]] std::string label_of(const Sheet& sheet, Slot slot);
// JSON Pointer into the draft.
[[nodiscard]] std::string pointer_of(const Sheet& sheet, Slot slot);
// Where a slot stands in the form's order, and those slots in that order, each once.
[[nodiscard]] std::uint64_t rank_of(const Sheet& sheet, Slot slot);
[[nodiscard]] std::uint64_t rank_of_table(const Definition& def, std::uint32_t table);
[[nodiscard]] std::vector<Slot> in_form_order(const Sheet& sheet, const std::vector<Slot>& slots);
// A value as text for a message: plain numbers, lists joined.
[[nodiscard]] std::string text_of(const cel::Value& value);

}  // namespace formcheck::form
