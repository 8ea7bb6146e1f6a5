// formcheck lint: a form definition with all that belongs to it, and the first thing in it that is wrong.
#include <iostream>

#include "commands.h"
#include "narrative/knowledge.h"

namespace formcheck::cli {
namespace {

// indicators[revenue].current, competitors[].share, patents.total: whether the form has it.
bool has_cell(const form::Definition& definition, std::string_view path) {
  const std::size_t open = path.find('['), close = path.find("].");
  if (open == std::string_view::npos || close == std::string_view::npos) return definition.field_index(path) != form::kNone;
  const std::uint32_t index = definition.table_index(path.substr(0, open));
  if (index == form::kNone) return false;
  const form::Table& table = definition.tables[index];
  const std::string_view key = path.substr(open + 1, close - open - 1), column = path.substr(close + 2);
  bool row = key.empty(), known = false;
  for (const form::Seed& seed : table.seeds) row = row || seed.key == key;
  for (const form::Field& field : table.columns) known = known || field.id == column;
  return row && known;
}

// What the narrative reader knows speaks of the form it stands beside.
std::optional<narrative::Fault> stray(const narrative::Knowledge& knowledge, const form::Definition& definition) {
  const auto fault = [](std::string place, std::string_view code, std::string_view value) {
    return narrative::Fault{"narrative.json", std::move(place), std::string(code), std::string(value)};
  };
  if (knowledge.year != definition.year) return fault("/year", "knowledge.otherYear", std::to_string(knowledge.year));
  for (std::size_t i = 0; i < knowledge.texts.size(); ++i) {
    const std::string& path = knowledge.texts[i].path;
    if (!has_cell(definition, path)) return fault("/texts/" + std::to_string(i) + "/at", "knowledge.noCell", path);
  }
  for (std::size_t i = 0; i < knowledge.indicators.size(); ++i) {
    for (const narrative::CellRef& cell : knowledge.indicators[i].cells) {
      if (!has_cell(definition, cell.path)) return fault("/indicators/" + std::to_string(i), "knowledge.noCell", cell.path);
    }
  }
  for (const auto* paths : {&knowledge.products, &knowledge.rivals, &knowledge.others}) {
    for (const std::string& path : *paths) {
      if (!has_cell(definition, path)) return fault("/names", "knowledge.noCell", path);
    }
  }
  for (const std::string* path : {&knowledge.company, &knowledge.title, &knowledge.brands}) {
    if (!has_cell(definition, *path)) return fault("/names", "knowledge.noCell", *path);
  }
  const std::uint32_t direction = definition.field_index(knowledge.direction);
  if (direction == form::kNone) return fault("/direction/field", "knowledge.noCell", knowledge.direction);
  for (std::size_t i = 0; i < knowledge.directions.size(); ++i) {
    bool known = false;
    for (const std::string_view option : definition.fields[direction].options)
      known = known || option == knowledge.directions[i].value;
    if (!known)
      return fault("/direction/options/" + std::to_string(i), "knowledge.noOption", knowledge.directions[i].value);
  }
  return {};
}

// An edition may do without narrative.json; one that has it has it whole.
bool knowledge_holds(const std::string& directory, const form::Definition& definition) {
  const auto files = form_files(directory);
  const std::string *knowledge = files->find("narrative.json"), *words = files->find("narrative.zh-CN.json");
  if (knowledge == nullptr && words == nullptr) return true;
  const auto loaded = narrative::load_knowledge(knowledge == nullptr ? "" : *knowledge, words == nullptr ? "" : *words);
  const auto fault = loaded ? stray(**loaded, definition) : loaded.error();
  if (!fault) return true;
  print_fault(*fault);
  return false;
}

}  // namespace

void print_fault(const narrative::Fault& fault) {
  std::cerr << fault.file << ' ' << fault.place << ": " << wording().say(fault.code, {{"value", fault.value}}) << " [" << fault.code
            << "]\n";
}

int lint(const Arguments& args) {
  if (args.positional.size() != 1) {
    std::cerr << wording().say("cli.help");
    return kUnreadable;
  }
  const auto definition = load_form(args.positional[0]);
  if (!definition || !knowledge_holds(args.positional[0], *definition)) return kUnreadable;
  std::size_t columns = 0;
  for (const form::Table& t : definition->tables) columns += t.columns.size();
  std::cout << wording().say("cli.lintGood", {{"id", definition->id},
                                              {"edition", definition->edition},
                                              {"version", definition->version},
                                              {"fields", std::to_string(definition->fields.size())},
                                              {"tables", std::to_string(definition->tables.size())},
                                              {"columns", std::to_string(columns)},
                                              {"rules", std::to_string(definition->rules.size())},
                                              {"clauses", std::to_string(definition->clauses.size())}})
            << '\n';
  return kGood;
}

}  // namespace formcheck::cli
