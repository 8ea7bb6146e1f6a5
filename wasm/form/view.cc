// The definition as a page needs it: form.json with the years filled in, code lists inlined, slots and table numbers
// added. The page lays out whatever stands here; it knows no field by name.
#include "form/load_parts.h"

namespace formcheck::form {
namespace {

void fill_all_years(Json& node, int year) {
  if (node.is_string()) {
    node = fill_years(node.get_ref<const std::string&>(), year);
  } else if (node.is_structured()) {
    for (Json& child : node) fill_all_years(child, year);
  }
}

void inline_options(Json& field, const Json& code_files) {
  if (!field.contains("codes")) return;
  field["options"] = code_files.value(field["codes"].get<std::string>(), Json::array());
  field.erase("codes");
}

struct Numbers {
  const Json& codes;
  std::uint32_t slot = 0, table = 0;
};

void number_item(Json& item, Numbers& n) {
  const std::string kind = item["kind"].get<std::string>();
  if (kind == "field") {
    inline_options(item, n.codes);
    item["slot"] = n.slot++;
  } else if (kind == "table") {
    for (Json& column : item["columns"]) inline_options(column, n.codes);
    item["table"] = n.table++;
  } else if (item.contains("items")) {
    for (Json& child : item["items"]) number_item(child, n);
  }
}

void resolve_slots(Json& item, const Definition& def) {
  if (item["kind"] == "mirror") item["slot"] = def.field_index(item["of"].get<std::string>());
  if (item.contains("columnGroups")) {
    for (Json& group : item["columnGroups"]) {
      if (group.contains("field")) group["slot"] = def.field_index(group["field"].get<std::string>());
    }
  }
  if (item.contains("items")) {
    for (Json& child : item["items"]) resolve_slots(child, def);
  }
}

}  // namespace

Json make_view(const Json& form, int year, const CodeLists& codes, const Definition& def) {
  Json view = form;
  view.erase("$schema");
  const Json clauses = view.value("clauses", Json::object());
  fill_all_years(view, year);
  view["clauses"] = clauses;  // quotes are verbatim
  Json lists = Json::object();
  for (const auto& [name, options] : codes) {
    Json& list = lists[name] = Json::array();
    for (const Option& o : options) {
      Json& option = list.emplace_back(Json::object());
      option["value"] = o.value;
      option["label"] = o.label;
      if (!o.group.empty()) option["group"] = o.group;
    }
  }
  view.erase("codes");
  Numbers numbers{lists};
  for (Json& section : view["sections"]) {
    if (!section.contains("items")) section["items"] = Json::array();
    for (Json& item : section["items"]) number_item(item, numbers);
  }
  for (Json& section : view["sections"]) {
    for (Json& item : section["items"]) resolve_slots(item, def);
  }
  return view;
}

}  // namespace formcheck::form
