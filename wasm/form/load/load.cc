#include "form/load/load.h"

#include "form/load/parts.h"
#include "json/write.h"

namespace formcheck::form {

const std::string* DefinitionFiles::find(std::string_view name) const {
  for (const auto& [file, text] : files) {
    if (file == name) return &text;
  }
  return nullptr;
}

json::Document parse_file(const DefinitionFiles& files, std::string_view name, std::optional<DefinitionError>& error) {
  const Source source{name, nullptr, 0, &error, nullptr};
  const std::string* text = files.find(name);
  if (text == nullptr) {
    source.fail("definition.missingFile", "", {{"file", name}});
    return {};
  }
  json::Document json = json::read(*text, {4u << 20, 32, 4096});
  if (json.fault != json::Fault::none) {
    source.fail("definition.notJson", "", {{"line", std::to_string(json.line)}, {"column", std::to_string(json.column)}},
                json.column);
  } else if (!json.duplicates.empty()) {
    const std::string& place = json.duplicates.front().first;
    source.fail("definition.duplicateKey", place, {{"key", place}});
  }
  return json;
}

void write_filled(json::Writer& out, const json::Value& v, int year) {
  if (v.is_string()) return (void)out.text(fill_years(v.text, year));
  if (!v.is_array() && !v.is_object()) return (void)out.value(v);
  v.is_array() ? out.array() : out.object();
  for (const json::Value& child : v) {
    if (v.is_object()) out.key(child.key);
    write_filled(out, child, year);
  }
  out.close(v.is_array() ? ']' : '}');
}

namespace {

std::string hand_checks(const json::Value& form, int year) {
  const json::Value* list = form.find("handChecks");
  if (list == nullptr) return "[]";
  json::Writer out;
  write_filled(out, *list, year);
  return out.take();
}

}  // namespace

Wording load_wording(const DefinitionFiles& files, text::Store& texts) {
  Wording wording;
  std::optional<DefinitionError> ignored;
  const json::Document json = parse_file(files, "core.zh-CN.json", ignored);
  for (const json::Value& text : json.root) {
    if (text.is_string()) wording.add(texts.keep(std::string(text.key)), texts.keep(std::string(text.text)));
  }
  return wording;
}

tl::expected<std::unique_ptr<const Definition>, DefinitionError> load_definition(const DefinitionFiles& files) {
  std::optional<DefinitionError> error;
  auto def = std::make_unique<Definition>();
  const json::Document form_json = parse_file(files, "form.json", error);
  const json::Document rules_json = parse_file(files, "rules.json", error);
  const json::Document messages_json = parse_file(files, "messages.zh-CN.json", error);
  if (error) return tl::unexpected(*error);

  Source form_source{"form.json", &form_json.root, 0, &error, &def->texts};
  const Node form(&form_json.root, &form_source);
  form.only("id edition version year title shortTitle issued issuer sources clauses codes sections letter conditions handChecks "
            "deadlines copyOrder portal figures");
  def->id = form.text("id");
  def->edition = form.text("edition");
  def->version = form.text("version");
  def->year = static_cast<int>(form.number("year").value_or(0));
  load_figure_limits(form, *def);
  if (def->year < 2000 || def->year > 2200) form.fail("definition.badYear");
  form_source.year = def->year;
  def->title = form.text_or("title", def->id);
  load_clauses(form, *def);
  const CodeLists codes = load_codes(form, files, error);
  load_sections(form, codes, *def);
  if (error) return tl::unexpected(*error);
  check_references(form, *def);
  build_variables(*def, form_source);
  if (error) return tl::unexpected(*error);
  load_derived(form, *def);
  if (error) return tl::unexpected(*error);

  load_requirements(form_source, *def);
  if (error) return tl::unexpected(*error);

  Source rules_source{"rules.json", &rules_json.root, def->year, &error, &def->texts};
  const Node rules(&rules_json.root, &rules_source);
  rules.only("checks rules");
  load_checks(rules, *def);
  require_checks(rules_source, *def);
  load_rules(rules, *def);
  if (error) return tl::unexpected(*error);
  find_dependencies(*def);

  Source messages_source{"messages.zh-CN.json", &messages_json.root, def->year, &error, &def->texts};
  load_messages(Node(&messages_json.root, &messages_source), *def);
  if (error) return tl::unexpected(*error);

  def->wording = load_wording(files, def->texts);
  def->hand_checks = def->texts.keep(hand_checks(form_json.root, def->year));
  return std::unique_ptr<const Definition>(std::move(def));
}

}  // namespace formcheck::form
