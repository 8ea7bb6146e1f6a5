// formcheck review: the application read like a reviewer would, its narratives against its tables.
#include "narrative/review.h"

#include <iostream>

#include "commands.h"
#include "json/read.h"

namespace formcheck::cli {
namespace {

void print_finding(const json::Value& finding) {
  const form::Wording& w = wording();
  const std::string severity = w.say("severity." + std::string(finding.text_of("severity")));
  std::cout << w.say("report.finding", {{"severity", severity},
                                        {"message", finding.text_of("message")},
                                        {"rule", finding.text_of("rule")}})
            << '\n';
  std::string where;
  const json::Value* at = finding.find("at");
  for (const json::Value& place : *at) {
    if (!where.empty()) where += w.say("label.separator");
    where += place.text_of("at");
    if (const json::Value* from = place.find("from"))
      where += ":" + std::string(from->text) + "-" + std::string(place.find("to")->text);
  }
  std::cout << w.say("report.where", {{"labels", where}}) << '\n';
}

}  // namespace

int review(const Arguments& args) {
  const std::string format = args.format.value_or("text");
  if (args.positional.size() != 1 || (format != "text" && format != "json")) {
    std::cerr << wording().say("cli.help");
    return kUnreadable;
  }
  const auto definition = load_form(args.form);
  if (!definition) return kUnreadable;
  const auto knowledge = narrative::load_knowledge(definition_file(args.form, "narrative.json"),
                                                   definition_file(args.form, "narrative.zh-CN.json"));
  if (!knowledge) {
    print_fault(knowledge.error());
    return kUnreadable;
  }
  auto [session, notices] = open_draft(*definition, args.positional[0]);
  if (!session) return kUnreadable;
  narrative::Review reader(**knowledge);
  if (!reader.open(session->draft(""))) return kUnreadable;
  if (format == "json") {
    std::cout << reader.report() << '\n';
    return kGood;
  }
  const std::string findings = reader.findings();
  const json::Document json = json::read(findings);
  for (const json::Value& finding : json.root) print_finding(finding);
  std::cout << wording().say("cli.reviewed", {{"findings", std::to_string(json.root.size)}}) << '\n';
  return kGood;
}

}  // namespace formcheck::cli
