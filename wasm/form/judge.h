// Runs constraints and rules over a sheet and keeps their verdicts, so that a change costs only what depends on it.
// judge_all() on a fresh Judge and any sequence of the …_changed calls give the same verdicts ("incremental equals full").
#pragma once
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "form/activation.h"
#include "form/constraints.h"
#include "form/sheet.h"

namespace formcheck::form {

// `pending`: an input is blank or unreadable, nothing can be said. `fault`: the rule itself failed (overflow, step budget).
enum class Verdict : std::uint8_t { none, passed, failed, pending, fault };

// One possible finding: a rule (on a row, for each-rules), or a constraint on a cell.
struct FindingId {
  enum class Kind : std::uint8_t { constraint, rule };
  Kind kind;
  std::uint32_t index;    // into Definition::checks or ::rules
  std::uint32_t subject;  // constraint: the slot; rule: the row, or kNone
  friend bool operator==(const FindingId&, const FindingId&) = default;
};

class Judge {
 public:
  explicit Judge(const Sheet& sheet);

  void judge_all();
  void cell_changed(Slot slot);
  void row_inserted(RowIndex row);
  void row_removed(RowIndex row);
  void rows_moved(std::uint32_t table);
  void figures_changed();  // the list; lines in a text come with cell_changed

  // Whether a cell must be filled, as things are.
  [[nodiscard]] bool requires_cell(Slot slot);
  // Whether that may have become otherwise for some cell since the last call.
  [[nodiscard]] bool take_requirements_changed();
  [[nodiscard]] const Sheet& sheet() const { return sheet_; }

  [[nodiscard]] Verdict verdict(std::uint32_t rule, RowIndex row) const;
  [[nodiscard]] const std::vector<Violation>& violations(Slot slot) const;
  [[nodiscard]] std::string_view fault(std::uint32_t rule, RowIndex row);  // why a rule failed, for its author

  // Values of a rule's own expressions, for messages. A null or failed one gives a null value. Valid until the next call.
  cel::Value evaluate(const cel::Program& program, RowIndex row);

  // What else the page must be told anew.
  void touch(const FindingId& id) { changes_.push_back(id); }
  // Findings that came, went or may read differently since the last call.
  [[nodiscard]] std::vector<FindingId> take_changes();
  [[nodiscard]] bool has_changes() const { return !changes_.empty(); }

 private:
  void judge_cell(Slot slot);
  void take_violations(Slot slot);
  void judge_rule(std::uint32_t rule);  // all its instances
  [[gnu::noinline]] void judge_instance(std::uint32_t rule, RowIndex row);
  void judge_readers(std::uint32_t table);
  void set(std::uint32_t rule, RowIndex row, Verdict verdict);

  const Sheet& sheet_;
  const Definition& def_;
  const Dependencies& dependencies_;
  cel::Arena arena_;
  SheetActivation activation_;
  std::vector<Verdict> single_;                       // by rule
  std::vector<std::vector<Verdict>> rows_;            // by rule, by row
  std::vector<std::vector<Violation>> violations_;    // by slot
  std::vector<Violation> scratch_;                    // empty but while a cell is judged
  std::vector<FindingId> changes_;
  bool requirements_changed_ = false;
};

}  // namespace formcheck::form
