// The whole answer about a draft as JSON (schema/meta/report.schema.json): the same bytes natively and in WASM.
#include "form/counts.h"
#include "form/notices.h"
#include "form/session.h"

namespace formcheck::form {
namespace {

Json pointers(const Sheet& sheet, const Finding& f) {
  Json at = Json::array();
  for (const Slot s : f.slots) at.push_back(pointer_of(sheet, s));
  if (at.empty()) at.push_back("/values/" + sheet.definition().tables[f.table].id);
  return at;
}

Json finding_json(const Sheet& sheet, const Finding& f) {
  Json out = {{"rule", f.rule}};
  if (!f.row.empty()) out["row"] = f.row;
  out["at"] = pointers(sheet, f);
  out["severity"] = name_of(f.ground->severity);
  out["state"] = "failed";
  out["basis"] = name_of(f.ground->basis);
  if (!f.clause.empty()) out["clause"] = f.clause;
  out["message"] = f.message;
  if (f.actual) out["actual"] = *f.actual;
  if (f.limit) out["limit"] = *f.limit;
  if (f.fix) out["fix"] = {{"at", pointer_of(sheet, f.fix->slot)}, {"to", f.fix->to}, {"label", f.fix->label}};
  if (f.acknowledged) out["acknowledged"] = *f.acknowledged;
  return out;
}

struct Instances {
  std::size_t all = 0;
  Json pending = Json::array();
};

Instances instances(const Sheet& sheet, Judge& judge) {
  const Definition& def = sheet.definition();
  Instances out;
  const auto add = [&](std::uint32_t rule, RowIndex row) {
    ++out.all;
    const Verdict v = judge.verdict(rule, row);
    if (v != Verdict::pending && v != Verdict::fault) return;
    Json item = {{"rule", def.rules[rule].id}};
    if (row != kNone) item["row"] = sheet.row(row).id;
    item["state"] = v == Verdict::pending ? "pending" : "fault";
    if (v == Verdict::fault) item["fault"] = judge.fault(rule, row);
    out.pending.push_back(std::move(item));
  };
  for (std::uint32_t r = 0; r < def.rules.size(); ++r) {
    if (def.rules[r].each == kNone) {
      add(r, kNone);
    } else {
      for (const RowIndex row : sheet.rows_of(def.rules[r].each)) add(r, row);
    }
  }
  return out;
}

Json limited_counts(const Sheet& sheet) {
  Json out = Json::array();
  for (Slot s = 0; s < sheet.definition().fields.size(); ++s) {
    const Cell& cell = sheet.cell(s);
    if (!cell.field->limit) continue;
    Json item = {{"at", pointer_of(sheet, s)}};
    item.update(counts_json(cell.text.counts()));
    out.push_back(std::move(item));
  }
  return out;
}

}  // namespace

std::string Session::report(const std::vector<Notice>& notices) {
  const Sheet& sheet = draft_->sheet;
  const std::vector<Finding> all = findings().all();
  const std::vector<Slot> open = todo(sheet);
  const Instances run = instances(sheet, *judge_);
  std::size_t by_severity[3] = {0, 0, 0}, acknowledged = 0;
  for (const Finding& f : all) ++(f.acknowledged ? acknowledged : by_severity[static_cast<std::size_t>(f.ground->severity)]);

  Json out = Json::object();
  out["format"] = "formcheck-report/1";
  out["form"] = {{"id", def_.id}, {"edition", def_.edition}, {"version", def_.version}};
  out["summary"] = {{"error", by_severity[0]},       {"warning", by_severity[1]}, {"advice", by_severity[2]},
                    {"acknowledged", acknowledged}, {"todo", open.size()},       {"pending", run.pending.size()},
                    {"instances", run.all}};
  Json& findings_out = out["findings"] = Json::array();
  for (const Finding& f : all) findings_out.push_back(finding_json(sheet, f));
  out["pending"] = run.pending;
  Json& todo_out = out["todo"] = Json::array();
  for (const Slot s : open) {
    todo_out.push_back({{"at", pointer_of(sheet, s)}, {"label", label_of(sheet, s)}, {"section", def_.sections[section_of(sheet, s)].id}});
  }
  Json& sections = out["sections"] = Json::array();
  const std::vector<Progress> p = progress(sheet, all);
  for (std::size_t i = 0; i < p.size(); ++i) {
    sections.push_back({{"id", def_.sections[i].id}, {"label", def_.sections[i].label}, {"required", p[i].required},
                        {"filled", p[i].filled}, {"error", p[i].error}, {"warning", p[i].warning}, {"advice", p[i].advice}});
  }
  out["counts"] = limited_counts(sheet);
  out["handChecks"] = def_.form.value("handChecks", Json::array());
  out["notices"] = notices_json(def_, notices);
  Json& aside = out["aside"] = Json::array();
  for (const auto& [at, value] : draft_->aside.items()) aside.push_back({{"at", at}, {"value", value}});
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace formcheck::form
