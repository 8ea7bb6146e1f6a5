// The steps of loading, in their order. Each reports its first fault through Source and leaves the rest to its caller.
#pragma once
#include "cel/compile/compile.h"
#include "form/definition.h"
#include "form/load/load.h"
#include "form/load/node.h"
#include "json/read.h"
#include "json/write.h"

namespace formcheck::form {

struct Option {
  std::string_view value, label, group;  // group: a heading over several options (a city over its counties), or ""
};
using CodeLists = std::vector<std::pair<std::string_view, std::vector<Option>>>;

// A file's JSON; a missing or unreadable one, or a key given twice, is the DefinitionError.
json::Document parse_file(const DefinitionFiles& files, std::string_view name, std::optional<DefinitionError>& error);
CodeLists load_codes(const Node& form, const DefinitionFiles& files, std::optional<DefinitionError>& error);
void load_print(const Node& node);  // layout hints of an item or section: only looked at, for the page
void write_filled(json::Writer& out, const json::Value& value, int year);          // with the years in its texts filled in
Field load_field(const Node& node, const CodeLists& codes, const Definition& def);
void load_figure_limits(const Node& form, Definition& def);
void load_clauses(const Node& form, Definition& def);
void load_sections(const Node& form, const CodeLists& codes, Definition& def);   // fields and tables
void check_references(const Node& form, const Definition& def);                  // mirrors, groups, copy order, letter
void build_variables(Definition& def, Source& source);                           // groups, row types, variables
cel::Environment make_environment(const Definition& def, std::uint32_t each);    // kNone, or the table of `row`
void load_derived(const Node& form, Definition& def);                             // values shown beside cells
void load_checks(const Node& rules, Definition& def);
void load_rules(const Node& rules, Definition& def);
void load_requirements(Source& form, Definition& def);                           // needs the variables
void find_dependencies(Definition& def);                                          // which rules read what
void load_messages(const Node& messages, Definition& def);
void require_checks(Source& rules, const Definition& def);                       // every code that can occur is known

}  // namespace formcheck::form
