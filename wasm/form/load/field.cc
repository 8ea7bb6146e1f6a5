#include <algorithm>

#include "form/load/parts.h"
#include "text/words.h"

namespace formcheck::form {
namespace {

std::optional<number::Decimal> load_bound(const Node& node, std::string_view key) {
  if (!node.has(key)) return {};
  const auto value = number::Decimal::parse(node.text(key));
  if (!value) node.at(key).fail("definition.badNumber", {{"value", node.text(key)}});
  return value;
}

Limit load_limit(const Node& node) {
  node.only("count max about low high clause");
  Limit limit;
  limit.scheme = static_cast<Limit::Scheme>(
      node.one_of("count", "words codePoints codePointsNoSpace utf16Units han"));
  limit.max = node.number("max");
  limit.about = node.number("about");
  limit.low = node.number("low");
  limit.high = node.number("high");
  if (!limit.max && !limit.about) node.fail("definition.emptyLimit");
  if (limit.low && limit.high && *limit.low > *limit.high) node.fail("definition.badRange");
  return limit;
}

void load_options(const Node& node, const CodeLists& codes, Field& field) {
  field.exclusive = node.text_or("exclusive");
  const bool choice = field.type == FieldType::choice || field.type == FieldType::choices;
  if (!choice) {
    if (node.has("options") || node.has("codes")) node.fail("definition.optionsOnText");
    return;
  }
  if (node.has("codes")) {
    const std::string_view list = node.text("codes");
    const auto found = std::find_if(codes.begin(), codes.end(), [&](const auto& c) { return c.first == list; });
    if (found == codes.end()) return node.at("codes").fail("definition.unknownCodes", {{"value", list}});
    for (const Option& option : found->second) {
      field.options.push_back(option.value);
      if (option.value == field.exclusive) field.exclusive_label = option.label;
    }
    return;
  }
  for (const Node& option : node.items("options")) {
    option.only("value label group");
    const std::string_view value = option.text("value");
    const std::string_view label = option.text("label");
    (void)option.text_or("group");
    if (std::find(field.options.begin(), field.options.end(), value) != field.options.end()) {
      option.fail("definition.duplicateId", {{"id", value}});
    }
    field.options.push_back(value);
    if (value == field.exclusive) field.exclusive_label = label;
  }
  if (field.options.empty()) node.fail("definition.missingKey", {{"key", "options"}});
}

}  // namespace

void load_print(const Node& node) {
  if (!node.has("print")) return;
  const Node print = node.at("print");
  print.only("as half boxes label oneCell under joined");
  if (print.has("as")) (void)print.one_of("as", "cover");
  for (std::string_view flags = "half boxes label oneCell under joined"; !flags.empty();) (void)print.flag(text::take_word(flags));
}

Field load_field(const Node& node, const CodeLists& codes, const Definition& def) {
  node.only("kind id type label required requiredWhen header units figures unit clause format options codes exclusive min max limit notApplicable hint "
            "placeholder covers direction print");
  load_print(node);
  Field f;
  f.id = node.text("id");
  f.label = node.text("label");
  f.type = static_cast<FieldType>(
      node.one_of("type", "text longText integer decimal percent date choice choices"));
  f.required = node.flag("required");
  if (node.has("requiredWhen")) {
    const Node when = node.at("requiredWhen");
    f.required_when = when.only("rule label").text("rule");
  }
  f.header = node.flag("header");
  f.figures = node.flag("figures");
  f.unit = node.text_or("unit");
  f.clause = node.text_or("clause");
  if (!f.clause.empty() && def.clause(f.clause) == nullptr) node.at("clause").fail("definition.unknownClause", {{"value", f.clause}});
  const std::string_view format = node.text_or("format", f.type == FieldType::date ? "date" : "");
  if (!format.empty()) {
    f.format = formats::find(format);
    if (f.format == nullptr) node.fail("definition.unknownFormat", {{"value", format}});
  }
  load_options(node, codes, f);
  if (!f.exclusive.empty() &&
      std::find(f.options.begin(), f.options.end(), f.exclusive) == f.options.end()) {
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
  for (const Node& topic : node.items("covers")) topic.only("id label clause"), (void)topic.text("label");
  return f;
}

CodeLists load_codes(const Node& form, const DefinitionFiles& files, std::optional<DefinitionError>& error) {
  CodeLists lists;
  for (const Node& file_node : form.members("codes")) {
    const std::string_view file = file_node.as_text();
    if (files.find(file) == nullptr) {
      file_node.fail("definition.missingFile", {{"file", file}});
      continue;
    }
    const json::Document json = parse_file(files, file, error);
    Source source{file, &json.root, 0, &error, form.source().texts};
    const Node root(&json.root, &source);
    std::vector<Option> options;
    for (const Node& item : root.only("title standard codes").items("codes")) {
      item.only("value label group");
      options.push_back({item.text("value"), item.text("label"), item.text_or("group")});
    }
    if (options.empty()) root.fail("definition.missingKey", {{"key", "codes"}});
    lists.emplace_back(file_node.key(), std::move(options));
  }
  return lists;
}

}  // namespace formcheck::form
