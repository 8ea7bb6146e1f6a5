// form.json: sources, clauses, sections with their fields and tables, and what refers to them.
#include <algorithm>

#include "form/load/parts.h"
#include "form/load/table.h"
#include "text/words.h"

namespace formcheck::form {
namespace {

struct Walk {
  const CodeLists& codes;
  Definition& def;
  std::uint32_t section = 0;
  std::uint32_t position = 0;
};

void add_field(const Node& node, Walk& walk) {
  Field f = load_field(node, walk.codes, walk.def);
  f.section = walk.section;
  f.position = walk.position++;
  if (walk.def.field_index(f.id) != kNone || walk.def.table_index(f.id) != kNone) {
    node.at("id").fail("definition.duplicateId", {{"id", f.id}});
  }
  walk.def.fields.add(std::move(f));
}

void load_item(const Node& node, Walk& walk, int depth) {
  switch (node.one_of("kind", "field group mirror table note")) {
    case 0:
      return add_field(node, walk);
    case 1:
      node.only("kind label sentence items hint note clause print");
      load_print(node);
      if (depth > 2) return node.fail("definition.tooDeep");
      for (const Node& item : node.items("items")) load_item(item, walk, depth + 1);
      return;
    case 3: {
      Table& t = walk.def.tables.add();
      load_table(node, walk.codes, walk.def, t);
      t.section = walk.section;
      t.position = walk.position++;
      if (walk.def.table_index(t.id) + 1 != walk.def.tables.size() || walk.def.field_index(t.id) != kNone) node.at("id").fail("definition.duplicateId", {{"id", t.id}});
      return;
    }
    default:
      return;  // mirrors are checked when every field is known; notes are only shown
  }
}

void check_item(const Node& node, const Definition& def) {
  const std::string_view kind = node.text("kind");
  const auto field = [&](std::string_view key) {
    const std::string_view id = node.text(key);
    if (def.field_index(id) == kNone) node.at(key).fail("definition.unknownField", {{"value", id}});
  };
  if (kind == "mirror") {
    node.only("kind of label hint clause print");
    load_print(node);
    field("of");
  } else if (kind == "note") {
    node.only("kind text clause");
    (void)node.text("text");
  } else if (kind == "table") {
    for (const Node& group : node.items("columnGroups")) {
      const std::string_view id = group.text_or("field");
      if (!id.empty() && def.field_index(id) == kNone) group.fail("definition.unknownField", {{"value", id}});
    }
  }
  for (const Node& item : node.items("items")) check_item(item, def);
}

}  // namespace

void load_figure_limits(const Node& form, Definition& def) {
  if (!form.has("figures")) return;
  const Node node = form.at("figures");
  node.only("count kilobytes totalKilobytes longEdge");
  def.figures = {node.number("count"), node.number("kilobytes"), node.number("totalKilobytes")};
  (void)node.number("longEdge");  // how the page makes pictures smaller
}

void load_clauses(const Node& form, Definition& def) {
  std::vector<std::string_view> sources;
  for (const Node& node : form.members("sources")) {
    node.only("kind title number issuer date file url");
    (void)node.one_of("kind", "notice form standard");
    (void)node.text("title");
    sources.emplace_back(node.key());
  }
  const int year = form.source().year;
  form.source().year = 0;  // quotes are verbatim
  for (const Node& node : form.members("clauses")) {
    node.only("source where quote");
    Clause c{node.key(), node.text("source"), node.text("where"), node.text_or("quote")};
    if (std::find(sources.begin(), sources.end(), c.source) == sources.end()) {
      node.at("source").fail("definition.unknownSource", {{"value", c.source}});
    }
    def.clauses.add(std::move(c));
  }
  form.source().year = year;
}

void load_sections(const Node& form, const CodeLists& codes, Definition& def) {
  Walk walk{codes, def};
  for (const Node& node : form.items("sections")) {
    node.only("id label part note hint clause items print");
    load_print(node);
    def.sections.add({node.text("id"), node.text("label")});
    for (const Node& item : node.items("items")) load_item(item, walk, 0);
    ++walk.section;
  }
  if (def.sections.empty()) form.fail("definition.missingKey", {{"key", "sections"}});
}

void check_references(const Node& form, const Definition& def) {
  for (const Node& section : form.items("sections")) {
    for (const Node& item : section.items("items")) check_item(item, def);
  }
  for (const std::string_view id : form.texts("copyOrder")) {
    if (def.field_index(id) == kNone && def.table_index(id) == kNone) {
      form.at("copyOrder").fail("definition.unknownField", {{"value", id}});
    }
  }
  if (form.has("letter")) {
    const Node letter = form.at("letter");
    const std::string_view company = letter.text_or("company");
    if (!company.empty() && def.field_index(company) == kNone) {
      letter.at("company").fail("definition.unknownField", {{"value", company}});
    }
  }
  for (std::string_view lists = "conditions handChecks deadlines"; !lists.empty();) {
    for (const Node& item : form.items(text::take_word(lists))) {
      const std::string_view id = item.text_or("clause");
      if (!id.empty() && def.clause(id) == nullptr) item.at("clause").fail("definition.unknownClause", {{"value", id}});
    }
  }
}

}  // namespace formcheck::form
