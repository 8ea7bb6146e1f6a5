// The whole answer about a draft as JSON (schema/meta/report.schema.json): the same bytes natively and in WASM.
#include "form/counts.h"
#include "form/notices.h"
#include "form/session.h"

namespace formcheck::form {
namespace {

using json::Writer;

void write_finding(Writer& out, const Sheet& sheet, const Finding& f) {
  out.object().member("rule", f.rule);
  if (!f.row.empty()) out.member("row", f.row);
  out.key("at").array();
  for (const Slot s : f.slots) out.text(pointer_of(sheet, s));
  if (f.slots.empty()) out.text(std::string("/values/").append(sheet.definition().tables[f.table].id));
  out.close(']').member("severity", name_of(f.ground->severity)).member("state", "failed").member("basis", name_of(f.ground->basis));
  if (!f.clause.empty()) out.member("clause", f.clause);
  out.member("message", f.message);
  if (f.actual) out.member("actual", *f.actual);
  if (f.limit) out.member("limit", *f.limit);
  if (f.fix) {
    out.key("fix").object().member("at", pointer_of(sheet, f.fix->slot)).member("to", f.fix->to).member("label", f.fix->label).close('}');
  }
  if (f.acknowledged) out.member("acknowledged", *f.acknowledged);
  out.close('}');
}

struct Instances {
  std::int64_t all = 0, pending = 0;
  Writer list;  // of those that say nothing
};

void add_instance(Instances& out, const Sheet& sheet, Judge& judge, std::uint32_t rule, RowIndex row) {
  ++out.all;
  const Verdict v = judge.verdict(rule, row);
  if (v != Verdict::pending && v != Verdict::fault) return;
  ++out.pending;
  out.list.object().member("rule", sheet.definition().rules[rule].id);
  if (row != kNone) out.list.member("row", sheet.row(row).id);
  out.list.member("state", v == Verdict::pending ? "pending" : "fault");
  if (v == Verdict::fault) out.list.member("fault", judge.fault(rule, row));
  out.list.close('}');
}

Instances instances(const Sheet& sheet, Judge& judge) {
  const Definition& def = sheet.definition();
  Instances out;
  out.list.array();
  for (std::uint32_t r = 0; r < def.rules.size(); ++r) {
    if (def.rules[r].each == kNone) {
      add_instance(out, sheet, judge, r, kNone);
    } else {
      for (const RowIndex row : sheet.rows_of(def.rules[r].each)) add_instance(out, sheet, judge, r, row);
    }
  }
  out.list.close(']');
  return out;
}

}  // namespace

std::string Session::report(const std::vector<Notice>& notices) {
  const Sheet& sheet = draft_->sheet;
  const cel::Pool<Finding> all = findings().all();
  const std::vector<Slot> open = todo(*judge_);
  Instances run = instances(sheet, *judge_);
  std::int64_t by_severity[3] = {0, 0, 0}, acknowledged = 0;
  for (const Finding& f : all) ++(f.acknowledged ? acknowledged : by_severity[static_cast<std::size_t>(f.ground->severity)]);

  Writer out;
  out.object().member("format", "formcheck-report/1");
  out.key("form").object().member("id", def_.id).member("edition", def_.edition).member("version", def_.version).close('}');
  out.key("summary").object();
  out.number_member("error", by_severity[0]).number_member("warning", by_severity[1]).number_member("advice", by_severity[2]);
  out.number_member("acknowledged", acknowledged).number_member("todo", static_cast<std::int64_t>(open.size()));
  out.number_member("pending", run.pending).number_member("instances", run.all).close('}');
  out.key("findings").array();
  for (const Finding& f : all) write_finding(out, sheet, f);
  out.close(']').key("pending").piece(run.list.str()).key("todo").array();
  for (const Slot s : open) {
    out.object().member("at", pointer_of(sheet, s)).member("label", label_of(sheet, s));
    out.member("section", def_.sections[section_of(sheet, s)].id).close('}');
  }
  out.close(']').key("sections").array();
  const std::vector<Progress> p = progress(*judge_, all);
  for (std::size_t i = 0; i < p.size(); ++i) {
    out.object().member("id", def_.sections[i].id).member("label", def_.sections[i].label);
    out.number_member("required", p[i].required).number_member("filled", p[i].filled);
    out.number_member("error", p[i].error).number_member("warning", p[i].warning).number_member("advice", p[i].advice).close('}');
  }
  out.close(']').key("counts").array();
  for (Slot s = 0; s < def_.fields.size(); ++s) {
    if (!def_.fields[s].limit) continue;
    out.object().member("at", pointer_of(sheet, s));
    write_counts(out, sheet.cell(s).text.counts());
    out.close('}');
  }
  out.close(']').key("handChecks").piece(def_.hand_checks).key("notices");
  write_notices(out, def_, notices);
  out.key("aside").array();
  for (const Kept& kept : draft_->aside) {
    out.object().member("at", kept.at).key("value");
    write_kept(out, kept);
    out.close('}');
  }
  return json::indented(out.close(']').close('}').str()) + "\n";
}

}  // namespace formcheck::form
