// The report for people. Laid out here, worded in schema/core.zh-CN.json.
#include <iostream>

#include "commands.h"
#include "form/notices.h"

namespace formcheck::cli {
namespace {

using form::Definition;
using form::Finding;

void print_finding(const form::Session& session, const Finding& f) {
  const form::Wording& w = session.sheet().definition().wording;
  const std::string severity = w.say("severity." + std::string(name_of(f.ground->severity)));
  std::cout << w.say("report.finding", {{"severity", severity}, {"message", f.message}, {"rule", f.key()}}) << '\n';
  std::string where;
  for (const form::Slot slot : f.slots) {
    if (!where.empty()) where += w.say("label.separator");
    where += label_of(session.sheet(), slot);
  }
  if (!where.empty()) std::cout << w.say("report.where", {{"labels", where}}) << '\n';
  const form::Clause* clause = session.sheet().definition().clause(f.clause);
  const std::string basis = w.say("basis." + std::string(name_of(f.ground->basis)));
  if (f.ground->basis == form::Basis::practice || clause == nullptr) {
    std::cout << w.say("report.basis", {{"basis", basis}}) << '\n';
  } else {
    std::cout << w.say(clause->quote.empty() ? "report.clauseNoQuote" : "report.clause",
                       {{"basis", basis}, {"where", clause->where}, {"quote", clause->quote}})
              << '\n';
  }
  if (f.fix) std::cout << w.say("report.fix", {{"label", f.fix->label}}) << '\n';
  if (f.acknowledged) std::cout << w.say("report.acknowledged", {{"reason", *f.acknowledged}}) << '\n';
}

}  // namespace

void print_report(form::Session& session, const std::vector<form::Notice>& notices) {
  const Definition& def = session.sheet().definition();
  const form::Wording& w = def.wording;
  const cel::Pool<Finding> all = session.findings().all();
  const std::vector<form::Slot> open = form::todo(session.judge());
  std::size_t by_severity[3] = {0, 0, 0}, acknowledged = 0;
  for (const Finding& f : all) ++(f.acknowledged ? acknowledged : by_severity[static_cast<std::size_t>(f.ground->severity)]);

  std::cout << w.say("report.title", {{"title", def.title}, {"edition", def.edition}, {"version", def.version}}) << '\n';
  std::cout << w.say("report.summary", {{"error", std::to_string(by_severity[0])},
                                        {"warning", std::to_string(by_severity[1])},
                                        {"advice", std::to_string(by_severity[2])},
                                        {"acknowledged", std::to_string(acknowledged)},
                                        {"todo", std::to_string(open.size())}})
            << '\n';
  for (const form::Notice& notice : notices) {
    std::cout << w.say("report.notice", {{"message", message_of(w, notice)}}) << '\n';
  }
  for (std::uint32_t s = 0; s < def.sections.size(); ++s) {
    bool headed = false;
    const auto head = [&] {
      if (!headed) std::cout << '\n' << w.say("report.section", {{"label", def.sections[s].label}}) << '\n';
      headed = true;
    };
    for (const Finding& f : all) {
      if (section_of(session.sheet(), f) != s) continue;
      head();
      print_finding(session, f);
    }
    std::string labels;
    for (const form::Slot slot : open) {
      if (section_of(session.sheet(), slot) != s) continue;
      if (!labels.empty()) labels += w.say("label.separator");
      labels += label_of(session.sheet(), slot);
    }
    if (labels.empty()) continue;
    head();
    std::cout << w.say("report.todo", {{"labels", labels}}) << '\n';
  }
  if (all.empty() && open.empty()) std::cout << '\n' << w.say("report.nothing") << '\n';
}

}  // namespace formcheck::cli
