#include "form/session.h"

#include <algorithm>

#include "text/words.h"

namespace formcheck::form {
namespace {

void add_once(std::vector<std::uint32_t>& list, std::uint32_t item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

// Of cells there may be thousands (a pasted table): what comes twice is sorted out when it is told.
void note(std::vector<Slot>& list, Slot slot) {
  if (list.empty() || list.back() != slot) list.push_back(slot);
}

// Kept like findings, as acknowledged by rules that are none of the form's: what only people can check, and what the narrative
// reader found. What it is called stands in the field.
bool is_apart(std::string_view rule) { return text::find_word("handCheck review", rule) != std::string_view::npos; }
constexpr FindingId kNoFinding{FindingId::Kind::rule, kNone, kNone};

}  // namespace

Session::Session(const Definition& definition) : def_(definition) { clear(); }

void Session::start(std::unique_ptr<Draft> draft) {
  judge_.reset();
  draft_ = std::move(draft);
  judge_ = std::make_unique<Judge>(draft_->sheet);
  judge_->judge_all();
  (void)judge_->take_changes();
  history_.clear();
  counted_.clear(), moved_values_.clear(), moved_rows_.clear(), renamed_.clear(), touched_.clear();
  progress_stale_ = history_stale_ = aside_stale_ = checked_stale_ = false;
  told_figures_ = draft_->sheet.figures().revision();
  told_ = progress(*judge_, findings().all());
  derived_.start(draft_->sheet, *judge_);
}

void Session::clear() { start(std::make_unique<Draft>(Sheet(def_))); }

Session::Opened Session::open(std::string_view bytes) {
  DraftReading reading = read_draft(def_, bytes);
  const bool ok = reading.draft != nullptr;
  if (ok) start(std::move(reading.draft));
  return {ok, std::move(reading.notices)};
}

void Session::recheck() {
  judge_->judge_all();
  (void)judge_->take_changes();
}

bool Session::editable(Slot slot) const {
  if (!draft_->sheet.has(slot)) return false;
  const Cell& cell = draft_->sheet.cell(slot);
  return !cell.blocked && !cell.fixed && (cell.row == kNone || draft_->sheet.row(cell.row).present);
}

std::string Session::label(const char* key, Slot slot) const { return def_.wording.say(key, {{"label", label_of(draft_->sheet, slot)}}); }

std::string Session::label_of_table(const char* key, std::uint32_t table) const {
  return def_.wording.say(key, {{"label", def_.tables[table].label}});
}

Changed Session::set(Slot slot, std::string_view text) {
  if (!editable(slot)) return 0;
  const Cell& cell = draft_->sheet.cell(slot);
  if (cell.text.text() == text) return 0;
  remember(slot);
  const bool was_blank = cell.blank();
  draft_->sheet.assign(slot, text);
  text_changed(slot, was_blank);
  return flags();
}

Changed Session::edit(Slot slot, std::size_t from, std::size_t removed, std::string_view inserted) {
  if (!editable(slot) || (removed == 0 && inserted.empty())) return 0;
  const Cell& cell = draft_->sheet.cell(slot);
  remember(slot);
  const bool was_blank = cell.blank();
  if (!draft_->sheet.splice(slot, from, removed, inserted)) return flags();
  text_changed(slot, was_blank);
  return flags();
}

void Session::remember(Slot slot) {
  if (history_.joins(slot)) return;
  history_.add({Change::Kind::text, slot, 0, 0, draft_->sheet.cell(slot).text.text(), {}}, label("history.set", slot));
  history_stale_ = true;
}

void Session::text_changed(Slot slot, bool was_blank) {
  judge_->cell_changed(slot);
  note(counted_, slot);
  // In a table any first entry makes its row one that is in use.
  const Cell& cell = draft_->sheet.cell(slot);
  if (cell.row != kNone) {
    const std::uint32_t table = draft_->sheet.row(cell.row).table;
    if (cell.field->header) add_once(renamed_, table);
    derived_.cell_changed(slot);
  }
  const bool asked_anew = judge_->take_requirements_changed();
  const bool counts = cell.field->required || !cell.field->required_when.empty() || cell.row != kNone;
  if (asked_anew || (counts && was_blank != cell.blank())) progress_stale_ = true;
}

Changed Session::change_as_step(Change change, std::string label) {
  apply(change, true);
  history_.add(std::move(change), std::move(label));
  history_.close();
  history_stale_ = true;
  return flags();
}

Changed Session::change_rows(Change change, const char* label_key, std::uint32_t table) {
  return change_as_step(std::move(change), label_of_table(label_key, table));
}

Changed Session::insert_row(std::uint32_t table, std::size_t index, std::uint32_t seed) {
  if (table >= def_.tables.size() || def_.tables[table].rows == Table::Rows::fixed) return 0;
  Sheet& sheet = draft_->sheet;
  if (sheet.rows_of(table).size() >= def_.tables[table].max_rows) return 0;
  if (seed != kNone && (seed >= def_.tables[table].seeds.size() || sheet.row_by_seed(table, seed) != kNone)) return 0;
  const std::size_t place = std::min(index, sheet.rows_of(table).size());
  return change_rows({Change::Kind::row_insertion, sheet.make_row(table, seed, ""), place, 0, {}, {}}, "history.insertRow", table);
}

Changed Session::remove_row(std::uint32_t table, std::size_t index) {
  if (table >= def_.tables.size() || def_.tables[table].rows == Table::Rows::fixed) return 0;
  if (index >= draft_->sheet.rows_of(table).size()) return 0;
  return change_rows({Change::Kind::row_removal, draft_->sheet.rows_of(table)[index], index, 0, {}, {}}, "history.removeRow", table);
}

Changed Session::move_row(std::uint32_t table, std::size_t from, std::size_t to) {
  if (table >= def_.tables.size() || def_.tables[table].rows == Table::Rows::fixed) return 0;
  const std::size_t rows = draft_->sheet.rows_of(table).size();
  if (from >= rows || to >= rows || from == to) return 0;
  return change_rows({Change::Kind::row_move, table, from, to, {}, {}}, "history.moveRow", table);
}

void Session::apply(Change& change, bool forward) {
  Sheet& sheet = draft_->sheet;
  const auto rows_changed = [&](std::uint32_t table) {
    add_once(moved_rows_, table);
    add_once(renamed_, table);
    derived_.table_changed(sheet, table);
    progress_stale_ = true;
  };
  switch (change.kind) {
    case Change::Kind::text: {
      const Slot slot = change.subject;
      const bool was_blank = sheet.cell(slot).blank();
      std::string other = sheet.cell(slot).text.text();
      sheet.assign(slot, change.other);
      change.other = std::move(other);
      text_changed(slot, was_blank);
      note(moved_values_, slot);
      return;
    }
    case Change::Kind::row_move:
      sheet.move(change.subject, forward ? change.from : change.to, forward ? change.to : change.from);
      judge_->rows_moved(change.subject);
      return rows_changed(change.subject);
    case Change::Kind::acknowledgement:
      draft_->acknowledged.swap(change.kept);
      change.finding.index == kNone ? (void)(checked_stale_ = true) : touched_.push_back(change.finding);
      return;
    case Change::Kind::figures:
      sheet.figures().swap(change.figures);
      return judge_->figures_changed();
    case Change::Kind::caption:
      sheet.figures().swap_caption(sheet.figures().find(change.figure), change.other);
      return judge_->figures_changed();
    case Change::Kind::aside:
      draft_->aside.swap(change.aside);
      aside_stale_ = true;
      return;
    default:
      break;
  }
  const RowIndex row = change.subject;
  if ((change.kind == Change::Kind::row_insertion) == forward) {
    sheet.insert(row, change.from);
    judge_->row_inserted(row);
  } else {
    sheet.remove(row);
    judge_->row_removed(row);
  }
  rows_changed(sheet.row(row).table);
}

Changed Session::undo() {
  if (history_.undo_step() == nullptr || history_.grouping()) return 0;
  Step& step = history_.take_undo();
  for (auto change = step.changes.rbegin(); change != step.changes.rend(); ++change) apply(*change, false);
  history_stale_ = true;
  return flags();
}

Changed Session::redo() {
  if (history_.redo_step() == nullptr || history_.grouping()) return 0;
  Step& step = history_.take_redo();
  for (Change& change : step.changes) apply(change, true);
  history_stale_ = true;
  return flags();
}

Changed Session::apply_fix(std::string_view key) {
  const auto id = findings().parse_key(key);
  if (!id) return 0;
  const auto finding = findings().find(*id);
  if (!finding || !finding->fix || !editable(finding->fix->slot)) return 0;
  const Finding::Mend mend = *finding->fix;
  history_.begin(label("history.fix", mend.slot));
  (void)set(mend.slot, mend.to);
  history_.end();
  note(moved_values_, mend.slot);
  return flags();
}

Changed Session::acknowledge(std::string_view key, std::string_view reason, std::string_view time) {
  return change_acknowledgements(key, true, reason, time);
}

Changed Session::reopen(std::string_view key) { return change_acknowledgements(key, false, {}, {}); }

Changed Session::change_acknowledgements(std::string_view key, bool keep, std::string_view reason, std::string_view time) {
  Change change{Change::Kind::acknowledgement, kNone, 0, 0, {}, draft_->acknowledged, kNoFinding};
  Acknowledgement a;
  std::string label;  // of what stands apart: as whoever keeps it says
  const std::size_t at = key.find('@');
  if (is_apart(key.substr(0, at))) {
    a.rule = key.substr(0, at);
    a.field = key.substr(at + 1);
  } else {
    const auto id = findings().parse_key(key);
    const auto f = id ? findings().find(*id) : std::nullopt;
    if (!f || !(keep ? f->ground->acknowledgeable : f->acknowledged != nullptr)) return 0;
    change.finding = *id;
    a.rule = f->rule;
    a.row = f->row;
    a.field = f->field;
    a.values = seen_values(draft_->sheet, *f);
    const char* said = keep ? "history.acknowledge" : "history.reopen";
    label = f->slots.empty() ? label_of_table(said, f->table) : this->label(said, f->slots.front());
  }
  auto& list = change.kept;
  const auto same = [&](const Acknowledgement& b) { return a.rule == b.rule && a.row == b.row && a.field == b.field; };
  list.erase(std::remove_if(list.begin(), list.end(), same), list.end());
  if (keep) {
    a.reason = reason;
    a.time = time;
    list.push_back(std::move(a));
  } else if (list.size() == draft_->acknowledged.size()) {
    return 0;
  }
  return change_as_step(std::move(change), std::move(label));
}

Changed Session::flags() {
  Changed f = 0;
  if (judge_->has_changes() || !touched_.empty() || !renamed_.empty()) f |= kFindings | kProgress;
  if (!counted_.empty()) f |= kCounts;
  if (progress_stale_) f |= kProgress;
  if (!moved_values_.empty()) f |= kValues;
  if (!moved_rows_.empty()) f |= kRows;
  if (history_stale_) f |= kHistory;
  if (told_figures_ != draft_->sheet.figures().revision()) f |= kFigures;
  if (aside_stale_) f |= kAside;
  if (checked_stale_) f |= kChecked;
  return f;
}

}  // namespace formcheck::form
