#include <algorithm>

#include "form/load/parts.h"
#include "form/load/table.h"

namespace formcheck::form {
namespace {

std::uint32_t column_index(const Table& t, std::string_view id) {
  for (std::uint32_t i = 0; i < t.columns.size(); ++i) {
    if (t.columns[i].id == id) return i;
  }
  return kNone;
}

// A seeded row may narrow a column: another unit, another type of number, other bounds.
void load_overrides(const Node& node, Table& t, Seed& seed) {
  for (const Node& over : node.members("types")) {
    over.only("type unit min max");
    const std::uint32_t c = column_index(t, over.key());
    if (c == kNone) {
      over.fail("definition.unknownColumn", {{"value", over.key()}});
      continue;
    }
    Field f = *seed.fields[c];
    if (over.has("type")) {
      f.type = static_cast<FieldType>(static_cast<std::size_t>(FieldType::integer) +
                                      over.one_of("type", "integer decimal percent"));
    }
    if (over.has("unit")) f.unit = over.text_or("unit");
    if (f.type == FieldType::percent) f.min = number::Decimal(0), f.max = number::Decimal(100);
    if (over.has("min")) f.min = number::Decimal::parse(over.text("min"));
    if (over.has("max")) f.max = number::Decimal::parse(over.text("max"));
    if (!is_number(t.columns[c].type)) over.fail("definition.rangeOnText");
    seed.fields[c] = &t.overrides.add(std::move(f));
  }
}

void load_attributes(const Node& node, const Table& t, Seed& seed) {
  for (const Attribute& a : t.attributes) seed.attributes.push_back({blank_value(a)});
  for (const Node& value : node.members("attributes")) {
    const auto a = std::find_if(t.attributes.begin(), t.attributes.end(), [&](const Attribute& x) { return x.id == value.key(); });
    if (a == t.attributes.end()) {
      value.fail("definition.unknownAttribute", {{"value", value.key()}});
      continue;
    }
    const auto i = static_cast<std::size_t>(a - t.attributes.begin());
    if (!a->decimal) {
      seed.attributes[i].value = cel::Value::of(value.as_text());
    } else if (const auto number = number::Decimal::parse(value.as_text())) {
      seed.attributes[i].value = cel::Value::of(*number);
    } else {
      value.fail("definition.badNumber", {{"value", value.as_text()}});
    }
  }
}

void load_seed(const Node& node, Table& t) {
  node.only("key values attributes blocked types hint hints clause");
  Seed seed;
  seed.key = node.text("key");
  if (std::any_of(t.seeds.begin(), t.seeds.end(), [&](const Seed& s) { return s.key == seed.key; })) {
    node.at("key").fail("definition.duplicateId", {{"id", seed.key}});
  }
  seed.cells.resize(t.columns.size());
  seed.blocked.resize(t.columns.size());
  for (const Field& c : t.columns) seed.fields.push_back(&c);
  for (const Node& value : node.members("values")) {
    const std::uint32_t c = column_index(t, value.key());
    if (c == kNone || !t.columns[c].header) {
      value.fail("definition.unknownColumn", {{"value", value.key()}});
    } else {
      seed.cells[c] = value.as_text();
    }
  }
  for (const std::string_view id : node.texts("blocked")) {
    const std::uint32_t c = column_index(t, id);
    if (c == kNone) {
      node.at("blocked").fail("definition.unknownColumn", {{"value", id}});
    } else {
      seed.blocked[c] = true;
    }
  }
  load_attributes(node, t, seed);
  load_overrides(node, t, seed);
  t.seeds.add(std::move(seed));
}

}  // namespace

void load_table(const Node& node, const CodeLists& codes, const Definition& def, Table& t) {
  node.only("kind id label rows keyedAs columns columnGroups attributes seed numbered startRows maxRows note clause hint derived");
  t.id = node.text("id");
  t.label = node.text("label");
  t.clause = node.text_or("clause");
  if (!t.clause.empty() && def.clause(t.clause) == nullptr) node.at("clause").fail("definition.unknownClause", {{"value", t.clause}});
  t.keyed_as = node.text_or("keyedAs");
  t.rows = static_cast<Table::Rows>(node.one_of("rows", "fixed editable dynamic"));
  t.start_rows = node.number("startRows").value_or(0);
  t.max_rows = node.number("maxRows").value_or(200);
  if (t.max_rows > kMostRows) node.at("maxRows").fail("definition.tooManyRows");
  for (const Node& column : node.items("columns")) {
    Field f = load_field(column, codes, def);
    if (column_index(t, f.id) != kNone || f.id == "id" || f.id == "key" || f.id == "index") {
      column.fail("definition.duplicateId", {{"id", f.id}});
    }
    t.columns.add(std::move(f));
  }
  if (t.columns.empty()) node.fail("definition.missingKey", {{"key", "columns"}});
  for (const Node& a : node.items("attributes")) {
    a.only("id type");
    t.attributes.add({a.text("id"), a.one_of("type", "text decimal") == 1});
    if (column_index(t, t.attributes.back().id) != kNone) a.fail("definition.duplicateId", {{"id", t.attributes.back().id}});
  }
  for (const Node& group : node.items("columnGroups")) {
    group.only("label field columns");
    for (const std::string_view id : group.texts("columns")) {
      if (column_index(t, id) == kNone) group.fail("definition.unknownColumn", {{"value", id}});
    }
  }
  for (const Node& seed : node.items("seed")) load_seed(seed, t);
  if (t.rows == Table::Rows::fixed && t.seeds.empty()) node.fail("definition.missingKey", {{"key", "seed"}});
  if (t.seeds.size() + t.start_rows > t.max_rows) node.fail("definition.tooManyRows");
}

}  // namespace formcheck::form
