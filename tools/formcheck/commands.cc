#include "commands.h"

#include <fstream>
#include <iostream>

#include "form/counts.h"
#include "form/image/image.h"
#include "form/load/evaluate.h"
#include "json/write.h"
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
  std::cout << form::counts_json(text::count(*bytes)) << '\n';
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
  if (result.ok()) {
    std::cout << result.value << '\n';
    return kGood;
  }
  form::Args words = result.args;
  words.add("code", result.code);
  const std::string column = std::to_string(result.column);
  if (result.column > 0) words.add("column", column), std::cerr << wording().say("cli.column", {{"column", column}});
  std::cerr << wording().say(result.code, words) << " [" << result.code << "]\n";
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
    std::cout << json::indented(session->explain(key)) << '\n';
  }
  if (!keys.empty()) return kGood;
  bool known = definition->check_index(args.positional[1]) != form::kNone;
  for (const form::Rule& rule : definition->rules) known = known || rule.id == args.positional[1];
  std::cerr << wording().say(known ? "cli.ruleNotFiring" : "cli.unknownRule", {{"rule", args.positional[1]}}) << '\n';
  return known ? kGood : kUnreadable;
}

int compile(const Arguments& args) {
  if (args.positional.size() != 1 || !args.out || !args.view) return usage();
  const auto definition = load_form(args.positional[0]);
  if (!definition) return kUnreadable;
  const auto write = [](const std::string& name, const std::string& bytes) {
    std::ofstream out(name, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (out.fail()) std::cerr << wording().say("cli.cannotWrite", {{"file", name}}) << '\n';
    return !out.fail();
  };
  const std::string view = form::make_view(*form_files(args.positional[0]), *definition);
  return write(*args.view, view) && write(*args.out, form::write_image(*definition, view)) ? kGood : kUnreadable;
}

}  // namespace formcheck::cli
