#include "form/load.h"

#include "form/bounded_json.h"
#include "form/load_parts.h"

namespace formcheck::form {

const std::string* DefinitionFiles::find(std::string_view name) const {
  for (const auto& [file, text] : files) {
    if (file == name) return &text;
  }
  return nullptr;
}

Json parse_file(const DefinitionFiles& files, const std::string& name, std::optional<DefinitionError>& error) {
  Source source{name, 0, error};
  const std::string* text = files.find(name);
  if (text == nullptr) {
    source.fail("definition.missingFile", "", {{"file", name}});
    return Json::object();
  }
  BoundedJson json = read_json(*text, {4u << 20, 32, 4096});
  if (json.fault != BoundedJson::Fault::none) {
    source.fail("definition.notJson", "", {{"line", std::to_string(json.line)}, {"column", std::to_string(json.column)}},
                json.column);
    return Json::object();
  }
  if (!json.duplicates.empty()) {
    const std::string& place = json.duplicates.front().first;
    source.fail("definition.duplicateKey", place, {{"key", place}});
  }
  return std::move(json.value);
}

Wording load_wording(const DefinitionFiles& files) {
  Wording wording;
  std::optional<DefinitionError> ignored;
  const Json json = parse_file(files, "core.zh-CN.json", ignored);
  if (!json.is_object()) return wording;
  for (const auto& [key, value] : json.items()) {
    if (value.is_string()) wording.add(key, value.get<std::string>());
  }
  return wording;
}

tl::expected<std::unique_ptr<const Definition>, DefinitionError> load_definition(const DefinitionFiles& files) {
  std::optional<DefinitionError> error;
  auto def = std::make_unique<Definition>();
  const Json form_json = parse_file(files, "form.json", error);
  const Json rules_json = parse_file(files, "rules.json", error);
  const Json messages_json = parse_file(files, "messages.zh-CN.json", error);
  if (error) return tl::unexpected(*error);

  Source form_source{"form.json", 0, error};
  const Node form(&form_json, &form_source, "");
  form.only({"id", "edition", "version", "year", "title", "shortTitle", "issued", "issuer", "sources", "clauses", "codes", "sections",
             "letter", "conditions", "handChecks", "deadlines", "copyOrder", "portal"});
  def->id = form.text("id");
  def->edition = form.text("edition");
  def->version = form.text("version");
  def->year = static_cast<int>(form.number("year").value_or(0));
  if (def->year < 2000 || def->year > 2200) form.fail("definition.badYear");
  form_source.year = def->year;
  load_clauses(form, *def);
  const CodeLists codes = load_codes(form, files, error);
  load_sections(form, codes, *def);
  if (error) return tl::unexpected(*error);
  check_references(form, *def);
  build_variables(*def, form_source);
  if (error) return tl::unexpected(*error);

  Source rules_source{"rules.json", def->year, error};
  const Node rules(&rules_json, &rules_source, "");
  rules.only({"checks", "rules"});
  load_checks(rules, *def);
  require_checks(rules_source, *def);
  load_rules(rules, *def);
  if (error) return tl::unexpected(*error);

  Source messages_source{"messages.zh-CN.json", def->year, error};
  load_messages(Node(&messages_json, &messages_source, ""), *def);
  if (error) return tl::unexpected(*error);

  def->wording = load_wording(files);
  def->form = make_view(form_json, def->year, codes, *def);
  return std::unique_ptr<const Definition>(std::move(def));
}

}  // namespace formcheck::form
