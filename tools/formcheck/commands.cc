#include "commands.h"

#include <iostream>

#include "form/counts.h"
#include "form/evaluate.h"
#include "text/utf8.h"

namespace formcheck::cli {
namespace {

int usage() {
  std::cerr << wording().say("cli.help");
  return kUnreadable;
}

}  // namespace

int check(const Arguments& args) {
  if (args.positional.size() != 1) return usage();
  const std::string format = args.format.value_or("text");
  if (format != "text" && format != "json") return usage();
  const auto definition = load_form(args.form);
  if (!definition) return kUnreadable;
  auto [session, notices] = open_draft(*definition, args.positional[0]);
  if (!session) return kUnreadable;
  if (format == "json") {
    std::cout << session->report(notices);
  } else {
    print_report(*session, notices);
  }
  for (const form::Finding& f : session->findings().all()) {
    if (f.ground->severity == form::Severity::error && !f.acknowledged) return kErrors;
  }
  return kGood;
}

int count(const Arguments& args) {
  if (args.positional.size() != 1) return usage();
  const auto bytes = read_input(args.positional[0]);
  if (!bytes) return kUnreadable;
  if (const auto bad = text::first_invalid(*bytes)) {
    std::cerr << wording().say("cli.notUtf8", {{"file", args.positional[0]}, {"offset", std::to_string(*bad + 1)}}) << '\n';
    return kUnreadable;
  }
  std::cout << form::counts_json(text::count(*bytes)).dump() << '\n';
  return kGood;
}

int eval(const Arguments& args) {
  if (args.positional.size() != 1) return usage();
  std::string data;
  if (args.data) {
    auto bytes = read_input(*args.data);
    if (!bytes) return kUnreadable;
    data = *std::move(bytes);
  }
  const form::Evaluation result = form::evaluate_text(args.positional[0], data);
  if (result.ok) {
    std::cout << result.value << '\n';
    return kGood;
  }
  const form::Json& error = result.error;
  form::Args words;
  for (const auto& [key, value] : error.items()) words.emplace_back(key, value.is_string() ? value.get<std::string>() : value.dump());
  if (error.contains("column")) std::cerr << wording().say("cli.column", {{"column", error["column"].dump()}});
  std::cerr << wording().say(error["code"].get<std::string>(), words) << " [" << error["code"].get<std::string>() << "]\n";
  return kUnreadable;
}

int blank(const Arguments& args) {
  if (!args.positional.empty()) return usage();
  const auto definition = load_form(args.form);
  if (!definition) return kUnreadable;
  std::cout << form::Session(*definition).draft("");
  return kGood;
}

int explain(const Arguments& args) {
  if (args.positional.size() != 2) return usage();
  const auto definition = load_form(args.form);
  if (!definition) return kUnreadable;
  auto [session, notices] = open_draft(*definition, args.positional[0]);
  if (!session) return kUnreadable;
  // A rule on rows, or a check on cells, may be named without its row or cell: then every finding of it is explained.
  std::vector<std::string> keys;
  if (session->explain(args.positional[1]) != "null") keys.push_back(args.positional[1]);
  if (keys.empty()) {
    for (const form::Finding& f : session->findings().all()) {
      if (f.rule == args.positional[1]) keys.push_back(f.key());
    }
  }
  for (const std::string& key : keys) {
    std::cout << form::Json::parse(session->explain(key), nullptr, false).dump(2) << '\n';
  }
  if (!keys.empty()) return kGood;
  bool known = definition->check_index(args.positional[1]) != form::kNone;
  for (const form::Rule& rule : definition->rules) known = known || rule.id == args.positional[1];
  std::cerr << wording().say(known ? "cli.ruleNotFiring" : "cli.unknownRule", {{"rule", args.positional[1]}}) << '\n';
  return known ? kGood : kUnreadable;
}

int lint(const Arguments& args) {
  if (args.positional.size() != 1) return usage();
  const auto definition = load_form(args.positional[0]);
  if (!definition) return kUnreadable;
  std::size_t columns = 0;
  for (const form::Table& t : definition->tables) columns += t.columns.size();
  std::cout << wording().say("cli.lintGood", {{"id", definition->id},
                                              {"edition", definition->edition},
                                              {"version", definition->version},
                                              {"fields", std::to_string(definition->fields.size())},
                                              {"tables", std::to_string(definition->tables.size())},
                                              {"columns", std::to_string(columns)},
                                              {"rules", std::to_string(definition->rules.size())},
                                              {"clauses", std::to_string(definition->clauses.size())}})
            << '\n';
  return kGood;
}

}  // namespace formcheck::cli
