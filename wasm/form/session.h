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
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form/derived.h"
#include "form/draft.h"
#include "form/figure_plan.h"
#include "form/findings.h"
#include "form/history.h"
#include "form/progress.h"
#include "json/write.h"

namespace formcheck::form {

// What changed, as flags.
using Changed = std::uint32_t;
inline constexpr Changed kFindings = 1, kCounts = 2, kProgress = 4, kValues = 8, kRows = 16, kHistory = 32, kFigures = 64, kAside = 128, kChecked = 256;

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
  // A row of one's own, or one the form begins with (`seed`) that was taken out.
  Changed insert_row(std::uint32_t table, std::size_t index, std::uint32_t seed = kNone);
  Changed remove_row(std::uint32_t table, std::size_t index);
  Changed move_row(std::uint32_t table, std::size_t from, std::size_t to);
  Changed apply_fix(std::string_view key);

  // Figures, by id. `at`: UTF-16 code units into the narrative; the 【图n】 line is set there (text::figure_gap).
  // Without a narrative (kNone) a picture is kept last, and can be placed later.
  Changed insert_figure(Slot field, std::size_t at, std::string_view caption, Picture picture);
  Changed place_figure(std::string_view id, Slot field, std::size_t at);  // also from another narrative
  Changed move_figure(std::string_view id, std::uint32_t to);             // among those of its narrative, 0-based
  Changed remove_figure(std::string_view id);
  Changed replace_figure(std::string_view id, Picture picture);
  Changed caption_figure(std::string_view id, std::string_view caption);
  Changed order_figures(Slot field);  // numbers as the lines stand
  // Base64 that came with a file, "" when there is none; once its bytes are kept elsewhere, say under what name. No steps.
  [[nodiscard]] std::string_view picture_data(std::string_view id) const;
  Changed store_picture(std::string_view id, std::string_view blob, std::uint32_t bytes);

  // What another file held and this form has no place for: kept under the name of where it stood, once. By the name under
  // which it is kept it can be taken out again. Steps of the history.
  Changed keep_aside(std::string_view at, std::string_view text);
  Changed drop_aside(std::string_view at);

  void begin(std::string label) { history_.begin(std::move(label)); }
  void end() { history_.end(); }
  void mark() { history_.close(); }
  Changed undo();
  Changed redo();

  // Keeping a finding with a reason, and taking that back; the key `handCheck@ID` ticks a hand check, `review@…` is
  // the narrative reader's and only kept for it. Steps of the history as well.
  Changed acknowledge(std::string_view key, std::string_view reason, std::string_view time);
  Changed reopen(std::string_view key);

  [[nodiscard]] std::string delta();               // JSON (ARCHITECTURE §6), what changed since the last call
  [[nodiscard]] std::string snapshot();            // JSON, everything
  [[nodiscard]] std::string steps() const;         // JSON: what undo and redo would walk through, for a list
  [[nodiscard]] std::string report(const std::vector<Notice>& notices = {});
  [[nodiscard]] std::string explain(std::string_view key);  // JSON: the rule, its clause, the values it read
  [[nodiscard]] std::string draft(std::string_view saved) const { return write_draft(*draft_, saved); }
  [[nodiscard]] const text::Counts& counts(Slot slot) const { return draft_->sheet.cell(slot).text.counts(); }
  void set_origin(Origin origin) { draft_->origin = std::move(origin); }  // of the files written from now on
  void recheck();  // everything anew; the verdicts must not change

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
  Changed change_as_step(Change change, std::string label);
  void write_changes(json::Writer& out, const std::vector<FindingId>& ids);
  Changed change_rows(Change change, const char* label_key, std::uint32_t table);
  Changed change_acknowledgements(std::string_view key, bool keep, std::string_view reason, std::string_view time);
  Changed change_figures(FigurePlan plan, std::string label);
  Changed change_aside(std::vector<Kept> list, const char* label_key);
  void do_step(Change change, std::string label);
  std::optional<std::uint32_t> figure(std::string_view id) const;
  std::string figure_label(const char* key, std::uint32_t index) const;
  std::size_t byte_of(Slot field, std::size_t units) const;
  Changed flags();
  std::string label(const char* key, Slot slot) const;
  std::string label_of_table(const char* key, std::uint32_t table) const;

  const Definition& def_;
  std::unique_ptr<Draft> draft_;
  std::unique_ptr<Judge> judge_;
  History history_;
  DerivedValues derived_;

  // What the next delta must tell.
  std::vector<Slot> counted_, moved_values_;
  std::vector<std::uint32_t> moved_rows_;
  std::vector<std::uint32_t> renamed_;  // tables whose rows are named or numbered anew: their findings read differently
  std::vector<FindingId> touched_;
  bool progress_stale_ = false, history_stale_ = false, aside_stale_ = false, checked_stale_ = false;
  std::uint32_t told_figures_ = 0;  // Figures::revision
  std::vector<Progress> told_;
};

// A clause as the page and explain() have it; null for an unknown id.
void write_clause(json::Writer& out, const Definition& def, std::string_view id);

}  // namespace formcheck::form
