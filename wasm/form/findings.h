// Findings as values: what is wrong with the applicant's data, where, how grave, on what it rests, what to do.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "form/draft.h"
#include "form/judge.h"

namespace formcheck::form {

struct Finding {
  FindingId id{};
  std::string rule;         // rule id, or the constraint's code
  std::string field;        // constraint: field or column id
  std::string row;          // row id, or ""
  std::vector<Slot> slots;  // the first gets the focus; empty when only a table is meant
  std::uint32_t table = kNone;
  const Ground* ground = nullptr;
  std::string clause;  // id: the rule's, or for what the form itself asks the field's own; may be empty
  std::string message;
  std::optional<std::string> actual, limit;
  struct Mend {
    Slot slot;
    std::string to, label;
  };
  std::optional<Mend> fix;
  std::optional<std::string> acknowledged;  // the reason, while the values are those that were acknowledged

  [[nodiscard]] std::string key() const;  // stable within a session: "rule", "rule@row", "code@slot"
};

// A reader of the verdicts. Cheap to make; holds references.
class Findings {
 public:
  Findings(const Sheet& sheet, Judge& judge, const std::vector<Acknowledgement>& acknowledged)
      : sheet_(sheet), judge_(judge), acknowledged_(acknowledged) {}

  // Nothing when it is not (or no longer) so.
  [[nodiscard]] std::optional<Finding> find(const FindingId& id) const;
  [[nodiscard]] std::vector<Finding> all() const;  // in the form's order, then constraints before rules
  [[nodiscard]] std::optional<FindingId> parse_key(const std::string& key) const;

 private:
  void point(const Target& target, RowIndex row, Finding& f) const;
  std::optional<Finding> find_violation(const FindingId& id) const;
  std::optional<Finding> find_failure(const FindingId& id) const;
  void look_up_acknowledgement(Finding& f) const;

  const Sheet& sheet_;
  Judge& judge_;
  const std::vector<Acknowledgement>& acknowledged_;
};

// "营业收入 {year-1}年" for a cell, the label for a scalar.
[[nodiscard]] std::string label_of(const Sheet& sheet, Slot slot);
// JSON Pointer into the draft.
[[nodiscard]] std::string pointer_of(const Sheet& sheet, Slot slot);
// Sorting key of a slot: the form's order.
struct Place {
  std::uint32_t position;
  std::size_t row;
  std::uint32_t column;
  friend auto operator<=>(const Place&, const Place&) = default;
};
[[nodiscard]] Place place_of(const Sheet& sheet, Slot slot);
// A value as text for a message: plain numbers, lists joined.
[[nodiscard]] std::string text_of(const cel::Value& value);

}  // namespace formcheck::form
