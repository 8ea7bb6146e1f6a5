// The commands of `formcheck`. Each takes its arguments and returns the exit code: 0 well, 1 findings of severity error,
// 2 input that cannot be read or a call that cannot be understood. Wording lives in schema/core.zh-CN.json.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "form/definition.h"
#include "form/load/load.h"
#include "form/session.h"
#include "narrative/node.h"

namespace formcheck::cli {

inline constexpr int kGood = 0, kErrors = 1, kUnreadable = 2;

// What a call says, taken apart: --name VALUE and --flag, then the rest.
struct Arguments {
  std::vector<std::string> positional;
  std::optional<std::string> form, format, data, out, view;
};

int check(const Arguments& args);
int count(const Arguments& args);
int eval(const Arguments& args);
int blank(const Arguments& args);  // formcheck new
int explain(const Arguments& args);
int review(const Arguments& args);
int lint(const Arguments& args);
int compile(const Arguments& args);

// The whole file, or standard input for "-". Nothing (and a message) when it cannot be read.
std::optional<std::string> read_input(const std::string& name);

// The files of --form DIR, or those built in. Nothing (and a message) when there is no such folder.
std::optional<form::DefinitionFiles> form_files(const std::optional<std::string>& directory);

// --form DIR, or the edition built in. Nothing (and a message) when it is missing or faulty.
std::unique_ptr<const form::Definition> load_form(const std::optional<std::string>& directory);

// The text of one file of the definition: of --form DIR where that has it, else of the edition built in.
std::string definition_file(const std::optional<std::string>& directory, std::string_view name);

// What is wrong with narrative.json or its wording, on standard error.
void print_fault(const narrative::Fault& fault);

// A session on the draft in `file`; null (and the reader's notices on standard error) when it is refused.
struct OpenDraft {
  std::unique_ptr<form::Session> session;
  std::vector<form::Notice> notices;
};
OpenDraft open_draft(const form::Definition& definition, const std::string& file);

// The built-in wording, for what is said before or without a definition.
const form::Wording& wording();

// A readable report in Chinese on standard output.
void print_report(form::Session& session, const std::vector<form::Notice>& notices);

}  // namespace formcheck::cli
