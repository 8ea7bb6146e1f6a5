#include <algorithm>

#include "form/load_parts.h"

namespace formcheck::form {
namespace {

std::optional<number::Decimal> load_bound(const Node& node, std::string_view key) {
  if (!node.has(key)) return {};
  const auto value = number::Decimal::parse(node.text(key));
  if (!value) node.at(key).fail("definition.badNumber", {{"value", node.text(key)}});
  return value;
}

Limit load_limit(const Node& node) {
  node.only({"count", "max", "about", "low", "high", "clause"});
  Limit limit;
  limit.scheme = static_cast<Limit::Scheme>(
      node.one_of("count", {"words", "codePoints", "codePointsNoSpace", "utf16Units", "han"}));
  limit.max = node.number("max");
  limit.about = node.number("about");
  limit.low = node.number("low");
  limit.high = node.number("high");
  if (!limit.max && !limit.about) node.fail("definition.emptyLimit");
  if (limit.low && limit.high && *limit.low > *limit.high) node.fail("definition.badRange");
  return limit;
}

void load_options(const Node& node, const CodeLists& codes, Field& field) {
  const bool choice = field.type == FieldType::choice || field.type == FieldType::choices;
  if (!choice) {
    if (node.has("options") || node.has("codes")) node.fail("definition.optionsOnText");
    return;
  }
  if (node.has("codes")) {
    const std::string list = node.text("codes");
    const auto found = std::find_if(codes.begin(), codes.end(), [&](const auto& c) { return c.first == list; });
    if (found == codes.end()) return node.at("codes").fail("definition.unknownCodes", {{"value", list}});
    field.options = found->second;
    return;
  }
  for (const Node& option : node.items("options")) {
    option.only({"value", "label", "group"});
    Option o{option.text("value"), option.text("label"), option.text_or("group")};
    if (std::any_of(field.options.begin(), field.options.end(), [&](const Option& p) { return p.value == o.value; })) {
      option.fail("definition.duplicateId", {{"id", o.value}});
    }
    field.options.push_back(std::move(o));
  }
  if (field.options.empty()) node.fail("definition.missingKey", {{"key", "options"}});
}

}  // namespace

Field load_field(const Node& node, const CodeLists& codes, const Definition& def) {
  node.only({"kind", "id", "type", "label", "required", "header", "figures", "unit", "clause", "format", "options", "codes",
             "exclusive", "min", "max", "limit", "notApplicable", "hint", "placeholder", "covers", "direction"});
  Field f;
  f.id = node.text("id");
  f.label = node.text("label");
  f.type = static_cast<FieldType>(
      node.one_of("type", {"text", "longText", "integer", "decimal", "percent", "date", "choice", "choices"}));
  f.required = node.flag("required");
  f.header = node.flag("header");
  f.figures = node.flag("figures");
  f.unit = node.text_or("unit");
  f.clause = node.text_or("clause");
  if (!f.clause.empty() && def.clause(f.clause) == nullptr) node.at("clause").fail("definition.unknownClause", {{"value", f.clause}});
  const std::string format = node.text_or("format", f.type == FieldType::date ? "date" : "");
  if (!format.empty()) {
    f.format = formats::find(format);
    if (f.format == nullptr) node.fail("definition.unknownFormat", {{"value", format}});
  }
  load_options(node, codes, f);
  f.exclusive = node.text_or("exclusive");
  if (!f.exclusive.empty() &&
      std::none_of(f.options.begin(), f.options.end(), [&](const Option& o) { return o.value == f.exclusive; })) {
    node.at("exclusive").fail("definition.unknownValue", {{"value", f.exclusive}, {"expected", "options"}});
  }
  f.min = load_bound(node, "min");
  f.max = load_bound(node, "max");
  if (f.type == FieldType::percent) {
    if (!f.min) f.min = number::Decimal(0);
    if (!f.max) f.max = number::Decimal(100);
  }
  if ((f.min || f.max) && !is_number(f.type)) node.fail("definition.rangeOnText");
  if (f.min && f.max && *f.min > *f.max) node.fail("definition.badRange");
  if (node.has("limit")) {
    f.limit = load_limit(node.at("limit"));
    if (f.type != FieldType::text && f.type != FieldType::long_text) node.at("limit").fail("definition.limitOnValue");
  }
  f.not_applicable = node.texts("notApplicable");
  for (const Node& topic : node.items("covers")) topic.only({"id", "label", "clause"}), (void)topic.text("label");
  return f;
}

CodeLists load_codes(const Node& form, const DefinitionFiles& files, std::optional<DefinitionError>& error) {
  CodeLists lists;
  for (const auto& [name, file_node] : form.members("codes")) {
    const std::string file = file_node.as_text();
    if (files.find(file) == nullptr) {
      file_node.fail("definition.missingFile", {{"file", file}});
      continue;
    }
    const Json json = parse_file(files, file, error);
    Source source{file, 0, error};
    const Node root(&json, &source, "");
    std::vector<Option> options;
    for (const Node& item : root.only({"title", "standard", "codes"}).items("codes")) {
      item.only({"value", "label", "group"});
      options.push_back({item.text("value"), item.text("label"), item.text_or("group")});
    }
    if (options.empty()) root.fail("definition.missingKey", {{"key", "codes"}});
    lists.emplace_back(name, std::move(options));
  }
  return lists;
}

}  // namespace formcheck::form
