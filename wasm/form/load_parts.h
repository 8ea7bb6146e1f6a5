// The steps of loading, in their order. Each reports its first fault through Source and leaves the rest to its caller.
#pragma once
#include "form/definition.h"
#include "form/load.h"
#include "form/node.h"

namespace formcheck::form {

using CodeLists = std::vector<std::pair<std::string, std::vector<Option>>>;

// A file's JSON; a missing or unreadable one, or a key given twice, is the DefinitionError.
Json parse_file(const DefinitionFiles& files, const std::string& name, std::optional<DefinitionError>& error);
CodeLists load_codes(const Node& form, const DefinitionFiles& files, std::optional<DefinitionError>& error);
Field load_field(const Node& node, const CodeLists& codes, const Definition& def);
void load_clauses(const Node& form, Definition& def);
void load_sections(const Node& form, const CodeLists& codes, Definition& def);   // fields and tables
void check_references(const Node& form, const Definition& def);                  // mirrors, groups, copy order, letter
void build_variables(Definition& def, Source& source);                           // groups, row types, variables
cel::Environment make_environment(const Definition& def, std::uint32_t each);    // kNone, or the table of `row`
void load_checks(const Node& rules, Definition& def);
void load_rules(const Node& rules, Definition& def);
void load_messages(const Node& messages, Definition& def);
void require_checks(Source& rules, const Definition& def);                       // every code that can occur is known
Json make_view(const Json& form, int year, const CodeLists& codes, const Definition& def);

}  // namespace formcheck::form
