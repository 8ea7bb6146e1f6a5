// One open application: takes edits, keeps the verdicts current, remembers how to go back.
//
//   Session session(definition);
//   auto changed = session.set(slot, "12.5");     // flags: what a page must look at
//   std::string delta = session.delta();          // JSON, only when changed != 0
//
// A key costs what depends on it: about a microsecond for a number, the paragraph for a long text.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "form/draft.h"
#include "form/findings.h"
#include "form/history.h"
#include "form/progress.h"

namespace formcheck::form {

// What changed, as flags.
using Changed = std::uint32_t;
inline constexpr Changed kFindings = 1, kCounts = 2, kProgress = 4, kValues = 8, kRows = 16, kHistory = 32;

class Session {
 public:
  explicit Session(const Definition& definition);  // a blank draft; the definition must outlive the session

  // Replaces the open draft only if the bytes can be read as one. The notices say what was refused or kept aside.
  struct Opened {
    bool ok;
    std::vector<Notice> notices;
  };
  Opened open(std::string_view bytes);
  void clear();  // a blank draft again

  // Edits. Unknown slots, rows and blocked or fixed cells change nothing and give 0. Texts are well-formed UTF-8.
  Changed set(Slot slot, std::string_view text);
  Changed edit(Slot slot, std::size_t from, std::size_t removed, std::string_view inserted);  // UTF-16 code units
  Changed insert_row(std::uint32_t table, std::size_t index);
  Changed remove_row(std::uint32_t table, std::size_t index);
  Changed move_row(std::uint32_t table, std::size_t from, std::size_t to);
  Changed apply_fix(const std::string& key);

  void begin(std::string label) { history_.begin(std::move(label)); }
  void end() { history_.end(); }
  void mark() { history_.close(); }
  Changed undo();
  Changed redo();

  Changed acknowledge(const std::string& key, std::string_view reason, std::string_view time);
  Changed reopen(const std::string& key);

  [[nodiscard]] std::string delta();               // JSON (ARCHITECTURE §6), what changed since the last call
  [[nodiscard]] std::string snapshot();            // JSON, everything
  [[nodiscard]] std::string report(const std::vector<Notice>& notices = {});
  [[nodiscard]] std::string explain(const std::string& key);  // JSON: the rule, its clause, the values it read
  [[nodiscard]] std::string draft(std::string_view saved) const { return write_draft(*draft_, saved); }
  [[nodiscard]] const text::Counts& counts(Slot slot) const { return draft_->sheet.cell(slot).text.counts(); }
  void recheck();                                   // everything anew; the verdicts must not change

  [[nodiscard]] const Sheet& sheet() const { return draft_->sheet; }
  [[nodiscard]] const Draft& contents() const { return *draft_; }
  [[nodiscard]] Findings findings() { return Findings(draft_->sheet, *judge_, draft_->acknowledged); }
  [[nodiscard]] Judge& judge() { return *judge_; }
  [[nodiscard]] const History& history() const { return history_; }

 private:
  void start(std::unique_ptr<Draft> draft);
  bool editable(Slot slot) const;
  void text_changed(Slot slot, bool was_blank);
  void remember(Slot slot);  // before a cell's text changes
  void apply(Change& change, bool forward);
  Changed change_rows(Change change, const char* label_key, std::uint32_t table);
  Changed flags();
  std::string label(const char* key, Slot slot) const;
  std::string label_of_table(const char* key, std::uint32_t table) const;

  const Definition& def_;
  std::unique_ptr<Draft> draft_;
  std::unique_ptr<Judge> judge_;
  History history_;

  // What the next delta must tell.
  std::vector<Slot> counted_, moved_values_;
  std::vector<std::uint32_t> moved_rows_;
  std::vector<std::uint32_t> renamed_;  // tables whose rows are named or numbered anew: their findings read differently
  std::vector<FindingId> touched_;
  bool progress_stale_ = false, history_stale_ = false;
  std::vector<Progress> told_;
};

}  // namespace formcheck::form
