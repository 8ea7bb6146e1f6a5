// What a session tells a page: snapshot and delta (ARCHITECTURE §6).
#include <algorithm>

#include "form/session.h"
#include "json/write.h"

namespace formcheck::form {
namespace {

using json::Writer;

void write_counts_list(Writer& out, const text::Counts& c) {
  out.array();
  for (const std::uint32_t n : {c.words, c.code_points, c.code_points_no_space, c.utf16_units, c.han}) out.number(n);
  out.close(']');
}

void write_finding(Writer& out, const Sheet& sheet, const Finding& f) {
  const Definition& def = sheet.definition();
  out.object().member("key", f.key()).member("rule", f.rule);
  if (!f.row.empty()) out.member("row", f.row);
  out.key("slots").array();
  for (const Slot s : f.slots) out.number(s);
  out.close(']');
  if (f.table != kNone) out.number_member("table", f.table);
  out.member("section", def.sections[section_of(sheet, f)].id);
  out.member("severity", name_of(f.ground->severity)).member("basis", name_of(f.ground->basis));
  if (!f.clause.empty()) {
    out.key("clause");
    write_clause(out, def, f.clause);
  }
  out.member("message", f.message);
  if (f.actual) out.member("actual", *f.actual);
  if (f.limit) out.member("limit", *f.limit);
  if (f.fix) out.key("fix").object().number_member("slot", f.fix->slot).member("to", f.fix->to).member("label", f.fix->label).close('}');
  out.key("acknowledgeable").boolean(f.ground->acknowledgeable);
  if (f.acknowledged) out.member("acknowledged", *f.acknowledged);
  out.close('}');
}

void write_rows(Writer& out, const Sheet& sheet, std::uint32_t table) {
  const Table& t = sheet.definition().tables[table];
  out.key(t.id).array();
  for (const RowIndex r : sheet.rows_of(table)) {
    const Row& row = sheet.row(r);
    out.object().member("id", row.id).number_member("slot", row.first);
    if (row.seed != kNone) out.member("key", t.seeds[row.seed].key);
    out.close('}');
  }
  out.close(']');
}

// In the order of their numbers.
void write_figures(Writer& out, const Figures& figures) {
  out.key("figures").array();
  for (std::uint32_t i = 0; i < figures.list().size(); ++i) {
    const Figure& f = figures.list()[i];
    const Picture& p = figures.picture(f);
    out.object().member("id", f.id);
    if (f.field != kNone) out.number_member("slot", f.field);
    out.member("caption", f.caption).member("type", p.type);
    out.number_member("width", p.width).number_member("height", p.height).number_member("bytes", p.bytes);
    out.key("placed").boolean(figures.placed(i));
    if (!p.blob.empty()) out.member("blob", p.blob);
    out.close('}');
  }
  out.close(']');
}

void write_aside(Writer& out, const std::vector<Kept>& aside) {
  out.key("aside").array();
  for (const Kept& kept : aside) out.object().member("at", kept.at).member("text", kept.value).close('}');
  out.close(']');
}

// Ids of the hand checks that are ticked.
void write_checked(Writer& out, const std::vector<Acknowledgement>& list) {
  out.key("checked").array();
  for (const Acknowledgement& a : list) {
    if (a.rule == "handCheck") out.text(a.field);
  }
  out.close(']');
}

void write_progress(Writer& out, const Definition& def, std::size_t section, const Progress& p) {
  out.object().member("id", def.sections[section].id);
  out.number_member("required", p.required).number_member("filled", p.filled);
  out.number_member("error", p.error).number_member("warning", p.warning).number_member("advice", p.advice).close('}');
}

void write_todo(Writer& out, Judge& judge) {
  out.key("todo").array();
  for (const Slot s : todo(judge)) out.number(s);
  out.close(']');
}

void write_history(Writer& out, const History& history) {
  out.key("history").object();
  const auto step = [&](std::string_view name, const Step* s) {
    out.key(name);
    s == nullptr ? out.null() : out.text(s->label);
  };
  step("undo", history.undo_step());
  step("redo", history.redo_step());
  out.close('}');
}

// What a step is called and where it was: the cell whose text it changed first, or the table whose rows it changed.
void write_step(Writer& out, const Sheet& sheet, const Step& step) {
  out.object().member("label", step.label);
  const Change& first = step.changes.front();
  switch (first.kind) {
    case Change::Kind::text:
      out.number_member("slot", first.subject);
      break;
    case Change::Kind::row_move:
      out.number_member("table", first.subject);
      break;
    case Change::Kind::row_insertion:
    case Change::Kind::row_removal:
      out.number_member("table", sheet.row(first.subject).table);
      break;
    default:
      break;
  }
  out.close('}');
}

// The last first.
void write_steps(Writer& out, std::string_view name, const Sheet& sheet, const cel::Pool<Step>& steps) {
  constexpr std::size_t kMost = 50;  // nobody walks further back step by step
  out.key(name).array();
  for (std::size_t i = 0; i < steps.size() && i < kMost; ++i) write_step(out, sheet, steps[steps.size() - 1 - i]);
  out.close(']');
}

bool has(const std::vector<std::uint32_t>& list, std::uint32_t item) { return std::find(list.begin(), list.end(), item) != list.end(); }

void write_value(Writer& out, const Sheet& sheet, Slot s) { out.member(std::to_string(s), sheet.cell(s).text.text()); }

void write_counts_of(Writer& out, const Sheet& sheet, Slot s) {
  out.key(std::to_string(s));
  write_counts_list(out, sheet.cell(s).text.counts());
}

}  // namespace

void write_clause(Writer& out, const Definition& def, std::string_view id) {
  const Clause* c = def.clause(id);
  if (c == nullptr) return (void)out.null();
  out.object().member("id", c->id).member("source", c->source).member("where", c->where).member("quote", c->quote).close('}');
}

std::string Session::snapshot() {
  const Sheet& sheet = draft_->sheet;
  std::vector<Slot> filled;
  for (const Slot s : sheet.slots()) {
    if (!sheet.cell(s).text.text().empty()) filled.push_back(s);
  }
  Writer out;
  out.object().key("values").object();
  for (const Slot s : filled) write_value(out, sheet, s);
  out.close('}').key("counts").object();
  for (const Slot s : filled) write_counts_of(out, sheet, s);
  out.close('}').key("rows").object();
  for (std::uint32_t t = 0; t < def_.tables.size(); ++t) write_rows(out, sheet, t);
  out.close('}');
  derived_.write_all(out, sheet, *judge_);
  out.key("findings").array();
  const cel::Pool<Finding> all = findings().all();
  for (const Finding& f : all) write_finding(out, sheet, f);
  out.close(']').key("sections").array();
  const std::vector<Progress> p = progress(*judge_, all);
  for (std::size_t i = 0; i < p.size(); ++i) write_progress(out, def_, i, p[i]);
  out.close(']');
  write_todo(out, *judge_);
  write_aside(out, draft_->aside);
  write_checked(out, draft_->acknowledged);
  write_figures(out, sheet.figures());
  write_history(out, history_);
  return out.close('}').take();
}

std::string Session::steps() const {
  Writer out;
  out.object();
  write_steps(out, "done", draft_->sheet, history_.done());
  write_steps(out, "undone", draft_->sheet, history_.undone());
  return out.close('}').take();
}

void Session::write_changes(Writer& out, const std::vector<FindingId>& ids) {
  std::vector<std::string> gone;
  out.key("findings").object().key("changed").array();
  for (const FindingId& id : ids) {
    if (const auto f = findings().find(id)) {
      write_finding(out, draft_->sheet, *f);
    } else {
      gone.push_back(findings().key_of(id));
    }
  }
  out.close(']').key("gone").array();
  for (const std::string& key : gone) out.text(key);
  out.close(']').close('}');
}

std::string Session::delta() {
  const Sheet& sheet = draft_->sheet;
  for (const FindingId& id : touched_) judge_->touch(id);
  if (!renamed_.empty()) {
    for (const Finding& f : findings().all()) {
      if (has(renamed_, f.table)) judge_->touch(f.id);
    }
  }
  const std::vector<FindingId> ids = judge_->take_changes();
  Writer out;
  out.object();
  if (!ids.empty()) write_changes(out, ids);
  if (!counted_.empty()) {
    out.key("counts").object();
    for (const Slot s : in_form_order(sheet, counted_)) write_counts_of(out, sheet, s);
    out.close('}');
  }
  if (!moved_values_.empty() || !moved_rows_.empty()) {
    out.key("values").object();
    for (const Slot s : in_form_order(sheet, moved_values_)) {
      const RowIndex r = sheet.cell(s).row;  // in a table that is told whole, below, or removed with its row
      if (r == kNone || !has(moved_rows_, sheet.row(r).table)) write_value(out, sheet, s);
    }
    for (const std::uint32_t t : moved_rows_) {
      for (const RowIndex r : sheet.rows_of(t)) {
        for (std::uint32_t c = 0; c < def_.tables[t].columns.size(); ++c) write_value(out, sheet, sheet.row(r).first + c);
      }
    }
    out.close('}');
  }
  if (!moved_rows_.empty()) {
    out.key("rows").object();
    for (const std::uint32_t t : moved_rows_) write_rows(out, sheet, t);
    out.close('}');
  }
  derived_.write_changes(out, sheet, *judge_);
  if (!ids.empty() || progress_stale_) {
    std::vector<Progress> now = progress(*judge_, findings().all());
    Writer sections;
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (!(now[i] == told_[i])) write_progress(sections.str().empty() ? sections.array() : sections, def_, i, now[i]);
    }
    if (!sections.str().empty()) out.key("sections").piece(sections.close(']').str());
    told_.swap(now);
  }
  if (progress_stale_) write_todo(out, *judge_);
  if (history_stale_) write_history(out, history_);
  if (told_figures_ != sheet.figures().revision()) write_figures(out, sheet.figures());
  told_figures_ = sheet.figures().revision();
  if (aside_stale_) write_aside(out, draft_->aside);
  if (checked_stale_) write_checked(out, draft_->acknowledged);
  counted_.clear(), moved_values_.clear(), moved_rows_.clear(), renamed_.clear(), touched_.clear();
  progress_stale_ = history_stale_ = aside_stale_ = checked_stale_ = false;
  return out.close('}').take();
}

}  // namespace formcheck::form
