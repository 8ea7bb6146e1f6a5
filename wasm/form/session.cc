#include "form/session.h"

#include <algorithm>

namespace formcheck::form {
namespace {

void add_once(std::vector<std::uint32_t>& list, std::uint32_t item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

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
  progress_stale_ = history_stale_ = false;
  told_ = progress(draft_->sheet, findings().all());
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
  history_.add(TextChange{slot, draft_->sheet.cell(slot).text.text()}, label("history.set", slot));
  history_stale_ = true;
}

void Session::text_changed(Slot slot, bool was_blank) {
  judge_->cell_changed(slot);
  add_once(counted_, slot);
  // In a table any first entry makes its row one that is in use.
  const Cell& cell = draft_->sheet.cell(slot);
  if (cell.row != kNone && cell.field->header) add_once(renamed_, draft_->sheet.row(cell.row).table);
  if (was_blank != cell.blank() && (cell.field->required || cell.row != kNone)) progress_stale_ = true;
}

Changed Session::change_rows(Change change, const char* label_key, std::uint32_t table) {
  apply(change, true);
  history_.add(std::move(change), label_of_table(label_key, table));
  history_.close();
  history_stale_ = true;
  return flags();
}

Changed Session::insert_row(std::uint32_t table, std::size_t index) {
  if (table >= def_.tables.size() || def_.tables[table].rows == Table::Rows::fixed) return 0;
  Sheet& sheet = draft_->sheet;
  if (sheet.rows_of(table).size() >= def_.tables[table].max_rows) return 0;
  const std::size_t place = std::min(index, sheet.rows_of(table).size());
  return change_rows(RowInsertion{sheet.make_row(table, kNone, ""), place}, "history.insertRow", table);
}

Changed Session::remove_row(std::uint32_t table, std::size_t index) {
  if (table >= def_.tables.size() || def_.tables[table].rows == Table::Rows::fixed) return 0;
  if (index >= draft_->sheet.rows_of(table).size()) return 0;
  return change_rows(RowRemoval{draft_->sheet.rows_of(table)[index], index}, "history.removeRow", table);
}

Changed Session::move_row(std::uint32_t table, std::size_t from, std::size_t to) {
  if (table >= def_.tables.size() || def_.tables[table].rows == Table::Rows::fixed) return 0;
  const std::size_t rows = draft_->sheet.rows_of(table).size();
  if (from >= rows || to >= rows || from == to) return 0;
  return change_rows(RowMove{table, from, to}, "history.moveRow", table);
}

void Session::apply(Change& change, bool forward) {
  Sheet& sheet = draft_->sheet;
  const auto rows_changed = [&](std::uint32_t table) {
    add_once(moved_rows_, table);
    add_once(renamed_, table);
    progress_stale_ = true;
  };
  if (auto* text = std::get_if<TextChange>(&change)) {
    const bool was_blank = sheet.cell(text->slot).blank();
    std::string other = sheet.cell(text->slot).text.text();
    sheet.assign(text->slot, text->other);
    text->other = std::move(other);
    text_changed(text->slot, was_blank);
    moved_values_.push_back(text->slot);
  } else if (const auto* move = std::get_if<RowMove>(&change)) {
    sheet.move(move->table, forward ? move->from : move->to, forward ? move->to : move->from);
    judge_->rows_moved(move->table);
    rows_changed(move->table);
  } else {
    const auto* insertion = std::get_if<RowInsertion>(&change);
    const auto* removal = std::get_if<RowRemoval>(&change);
    const RowIndex row = insertion ? insertion->row : removal->row;
    if ((insertion != nullptr) == forward) {
      sheet.insert(row, insertion ? insertion->index : removal->index);
      judge_->row_inserted(row);
    } else {
      sheet.remove(row);
      judge_->row_removed(row);
    }
    rows_changed(sheet.row(row).table);
  }
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

Changed Session::apply_fix(const std::string& key) {
  const auto id = findings().parse_key(key);
  if (!id) return 0;
  const auto finding = findings().find(*id);
  if (!finding || !finding->fix || !editable(finding->fix->slot)) return 0;
  const Finding::Mend mend = *finding->fix;
  history_.begin(label("history.fix", mend.slot));
  (void)set(mend.slot, mend.to);
  history_.end();
  moved_values_.push_back(mend.slot);
  return flags();
}

Changed Session::acknowledge(const std::string& key, std::string_view reason, std::string_view time) {
  const auto id = findings().parse_key(key);
  const auto finding = id ? findings().find(*id) : std::nullopt;
  if (!finding || !finding->ground->acknowledgeable) return 0;
  (void)reopen(key);
  Acknowledgement a{finding->rule, finding->row, finding->field, std::string(reason), std::string(time), {}};
  for (const Slot s : finding->slots) a.values.push_back(draft_->sheet.cell(s).text.text());
  draft_->acknowledged.push_back(std::move(a));
  touched_.push_back(*id);
  return flags();
}

Changed Session::reopen(const std::string& key) {
  const auto id = findings().parse_key(key);
  const auto finding = id ? findings().find(*id) : std::nullopt;
  if (!finding || !finding->acknowledged) return 0;
  auto& list = draft_->acknowledged;
  list.erase(std::remove_if(list.begin(), list.end(),
                            [&](const Acknowledgement& a) {
                              return a.rule == finding->rule && a.row == finding->row && a.field == finding->field;
                            }),
             list.end());
  touched_.push_back(*id);
  return flags();
}

Changed Session::flags() {
  Changed f = 0;
  if (judge_->has_changes() || !touched_.empty() || !renamed_.empty()) f |= kFindings | kProgress;
  if (!counted_.empty()) f |= kCounts;
  if (progress_stale_) f |= kProgress;
  if (!moved_values_.empty()) f |= kValues;
  if (!moved_rows_.empty()) f |= kRows;
  if (history_stale_) f |= kHistory;
  return f;
}

}  // namespace formcheck::form
