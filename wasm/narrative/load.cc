#include <algorithm>

#include "json/read.h"
#include "narrative/knowledge.h"
#include "narrative/line.h"
#include "text/words.h"

namespace formcheck::narrative {
namespace {

// The order is that of enum Role.
// clang-format off
constexpr std::string_view kRoles =
    "none plain self indicator noun part up down toUp toDown to from respectively about over "
    "near average best ahead behind above below base baseEnd lastYear twoYears threeYears "
    "thisYear partYear ratioOf rank trade scope first other thing actual bar since sum event target "
    "limit hold holdBar takePart lead domestic international list product rival company";
// clang-format on
constexpr std::size_t kMostAlternatives = 1024;
constexpr std::string_view kMeasures = "other amount percent points times perHead energy pieces rank";
constexpr std::string_view kFigureRoles = "level growth change rank average best gap";

std::vector<std::u32string> folded_all(const std::vector<std::string>& texts) {
  std::vector<std::u32string> out;
  for (const std::string& text : texts) out.push_back(folded(text));
  return out;
}

// {全|同|}行业 stands for each of its alternatives.
void expand(std::string_view text, const std::string& head, std::vector<std::string>& out) {
  const std::size_t open = text.find('{'), close = text.find('}', open);
  if (open == std::string_view::npos || close == std::string_view::npos) {
    if (out.size() <= kMostAlternatives) out.push_back(head + std::string(text));
    return;
  }
  std::string_view inside = text.substr(open + 1, close - open - 1);
  for (bool more = true; more;) {
    const std::size_t bar = inside.find('|');
    more = bar != std::string_view::npos;
    expand(text.substr(close + 1),
           head + std::string(text.substr(0, open)) + std::string(inside.substr(0, bar)), out);
    if (more) inside.remove_prefix(bar + 1);
  }
}

void add_terms(const Node& node, Lexicon& lexicon, const std::vector<std::string>& texts, Role role,
               std::uint16_t id = 0, bool edge = false) {
  std::vector<std::string> all;
  for (const std::string& text : texts) {
    all.clear();
    expand(text, "", all);
    if (all.size() > kMostAlternatives) node.fail("knowledge.tooMany", text);
    for (const std::string& one : all) lexicon.add(folded(one), role, id, edge);
  }
}

std::size_t one_of(const Node& node, std::string_view key, std::string_view list, std::string_view fallback) {
  const std::string word = node.text_or(key, fallback);
  const std::size_t at = text::find_word(list, word);
  if (at == std::string_view::npos) node.fail("knowledge.unknownWord", word);
  return at == std::string_view::npos ? 0 : at;
}

void load_units(const Node& root, Knowledge& out) {
  for (const Node& node : root.items("units")) {
    node.only("words measure factor score");
    const auto measure = static_cast<Measure>(one_of(node, "measure", kMeasures, "other"));
    const auto factor = number::Decimal::parse(node.text_or("factor", "1"));
    if (!factor) node.fail("knowledge.badNumber", node.text_or("factor"));
    for (const std::string& word : node.texts("words")) {
      out.units.push_back({folded(word), measure, factor.value_or(1), node.flag("score")});
    }
  }
  std::stable_sort(out.units.begin(), out.units.end(),
                   [](const Unit& a, const Unit& b) { return a.word.size() > b.word.size(); });
}

// Cells may be listed one by one, or as a row of a table whose columns are told once.
void load_cells(const Node& node, const Node& root, int year, Indicator& indicator) {
  const std::string row = node.text_or("row");
  const auto add = [&](const Node& cell, std::string path) {
    const int offset = cell.whole("year", 0);
    indicator.cells.push_back(
        {std::move(path), static_cast<FigureRole>(one_of(cell, "role", kFigureRoles, "level")),
         offset == 0 ? 0 : year + offset, static_cast<std::int8_t>(cell.whole("product", -1))});
  };
  if (!row.empty()) {
    for (const Node& column : root.items("columns")) {
      column.only("name year role");
      add(column, row + "." + column.text("name"));
    }
  }
  for (const Node& cell : node.items("cells")) {
    cell.only("at year role product");
    add(cell, cell.text("at"));
  }
}

void load_indicators(const Node& root, Knowledge& out) {
  const auto nodes = root.items("indicators");
  for (const Node& node : nodes) {
    node.only(
        "id label place unit measure score byProduct sum holding better row cells part whole ratioOf abroad "
        "rivals names sure edge");
    Indicator indicator{node.text("id"),
                        node.text("label"),
                        node.text("place"),
                        node.text("unit"),
                        {},
                        node.flag("score"),
                        node.flag("byProduct"),
                        node.has("holding"),
                        node.flag("sum"),
                        node.text_or("holding"),
                        0,
                        {},
                        {},
                        {},
                        {},
                        {},
                        node.text_or("rivals")};
    indicator.measure = static_cast<Measure>(one_of(node, "measure", kMeasures, "other"));
    const std::string better = node.text_or("better");
    indicator.better = better == "up" ? 1 : better == "down" ? -1 : 0;
    load_cells(node, root, out.year, indicator);
    if (out.indicator(indicator.id) != kNone16) node.fail("knowledge.twice", indicator.id);
    out.indicators.push_back(std::move(indicator));
  }
  const auto named = [&](const Node& node, std::string_view key) {
    const std::string id = node.text_or(key);
    if (id.empty()) return kNone16;
    const std::uint16_t at = out.indicator(id);
    if (at == kNone16) node.fail("knowledge.unknownIndicator", id);
    return at;
  };
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Indicator& indicator = out.indicators[i];
    indicator.part = named(nodes[i], "part");
    indicator.whole = named(nodes[i], "whole");
    indicator.abroad = named(nodes[i], "abroad");
    if (const auto base = named(nodes[i], "ratioOf"); base != kNone16)
      out.indicators[base].ratio = static_cast<std::uint16_t>(i);
    const auto id = static_cast<std::uint16_t>(i);
    add_terms(nodes[i], out.lexicon, nodes[i].texts("sure"), Role::indicator,
              static_cast<std::uint16_t>(id | 0x8000));
    add_terms(nodes[i], out.lexicon, nodes[i].texts("names"), Role::indicator, id);
    add_terms(nodes[i], out.lexicon, nodes[i].texts("edge"), Role::indicator, id, true);
  }
}

void load_texts(const Node& root, Knowledge& out) {
  for (const Node& node : root.items("texts")) {
    node.only("at label year checks topics topicsFrom");
    TextPlan plan;
    plan.path = node.text("at");
    plan.label = node.text("label");
    const int offset = node.whole("year", 0);
    plan.year = offset == 0 ? 0 : out.year + offset;
    for (const std::string& check : node.texts("checks")) {
      if (check == "figures")
        plan.figures = true;
      else if (check == "names")
        plan.names = true;
      else if (check == "hygiene")
        plan.hygiene = true;
      else if (check == "prose")
        plan.prose = true;
      else
        node.fail("knowledge.unknownWord", check);
    }
    plan.topics_from = static_cast<std::uint32_t>(node.whole("topicsFrom", 0));
    std::vector<std::u32string> words;  // of topics; one may speak of several
    for (const Node& topic : node.items("topics")) {
      topic.only("id label terms quantity");
      if (plan.topics.size() == 32) {
        topic.fail("knowledge.tooMany", "topics");
        break;
      }
      for (const std::string& term : topic.texts("terms")) {
        const std::u32string word = folded(term);
        const auto known = std::find(words.begin(), words.end(), word);
        const auto at = static_cast<std::size_t>(known - words.begin());
        if (known == words.end()) {
          plan.topic_terms.add(word, Role::none, static_cast<std::uint16_t>(at));
          plan.topic_masks.push_back(0), words.push_back(word);
        }
        plan.topic_masks[at] |= 1u << plan.topics.size();
      }
      plan.topics.push_back({topic.text("id"), topic.text("label"), topic.flag("quantity")});
    }
    plan.topic_terms.ready();
    out.texts.push_back(std::move(plan));
  }
}

void load_terms(const Node& root, Knowledge& out) {
  for (const Node& group : root.members("terms")) {
    const std::size_t role = text::find_word(kRoles, group.key());
    if (role == std::string_view::npos) {
      group.fail("knowledge.unknownWord", group.key());
      continue;
    }
    add_terms(group, out.lexicon, group.own_texts(), static_cast<Role>(role));
  }
}

void load_patterns(const Node& root, Knowledge& out) {
  const auto add = [&](std::string_view key, Pattern kind) {
    for (const std::string& text : root.texts(key))
      out.patterns.add(folded(text), Role::none, static_cast<std::uint16_t>(kind));
  };
  add("leftovers", Pattern::leftover);
  add("placeholders", Pattern::placeholder);
  add("bracketedPlaceholders", Pattern::bracketed);
  add("superlatives", Pattern::superlative);
  add("sources", Pattern::source);
  add("companyEnds", Pattern::company_end);
  add("introductions", Pattern::introduction);
  add("history", Pattern::history);
  add("harmless", Pattern::harmless);
  add("identityLeads", Pattern::identity_lead);
  out.patterns.ready();
  out.variants = folded(root.text_or("variants"));
  out.reference_before = folded(root.text_or("referenceBefore"));
  out.reference_after = folded(root.text_or("referenceAfter"));
  const Node names = root.at("names");
  names.only("company title products brands rivals others figures");
  out.company = names.text("company"), out.title = names.text("title"), out.brands = names.text("brands"),
  out.figures = names.text("figures");
  out.products = names.texts("products"), out.rivals = names.texts("rivals"),
  out.others = names.texts("others");
  const Node direction = root.at("direction");
  direction.only("field texts options");
  out.direction = direction.text("field"), out.direction_texts = direction.texts("texts");
  unsigned bit = 0;
  for (const Node& option : direction.items("options")) {
    option.only("value label terms");
    Direction& added = out.directions.emplace_back(Direction{option.text("value"), option.text("label"), 0});
    for (const std::string& term : option.texts("terms")) {
      if (bit == 64)
        option.fail("knowledge.tooMany", term);
      else
        added.terms |= std::uint64_t{1} << bit,
            out.direction_terms.add(folded(term), Role::none, static_cast<std::uint16_t>(bit++));
    }
  }
  out.direction_terms.ready();
  for (const Node& pair : root.items("trends")) {
    pair.only("first second");
    const auto first = out.indicator(pair.text("first")), second = out.indicator(pair.text("second"));
    if (first == kNone16 || second == kNone16)
      pair.fail("knowledge.unknownIndicator", pair.text("first"));
    else
      out.trends.push_back({first, second});
  }
  for (const Node& claim : root.items("attachments")) {
    claim.only("terms proof");
    out.claims.push_back({folded_all(claim.texts("terms")), claim.text("proof")});
  }
  for (const Node& check : root.members("checks")) {
    check.only("severity");
    const std::string severity = check.text("severity");
    if (severity != "warning" && severity != "advice") check.fail("knowledge.severity", severity);
    out.checks.push_back({std::string(check.key()), severity});
  }
}

json::Document parse(std::string_view bytes, std::string_view file, std::optional<Fault>& fault) {
  json::Document json = json::read(bytes, {4u << 20, 32, 4096});
  if (json.fault != json::Fault::none) {
    fault = Fault{std::string(file), std::to_string(json.line) + ":" + std::to_string(json.column),
                  "knowledge.notJson", ""};
  } else if (!json.duplicates.empty()) {
    fault = Fault{std::string(file), json.duplicates.front().first, "knowledge.twice", ""};
  }
  return json;
}

}  // namespace

const Check* Knowledge::check(std::string_view id) const {
  for (const Check& check : checks) {
    if (check.id == id) return &check;
  }
  return nullptr;
}

std::string_view Knowledge::message(std::string_view key) const {
  for (const auto& [name, text] : messages) {
    if (name == key) return text;
  }
  return {};
}

std::uint16_t Knowledge::indicator(std::string_view id) const {
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    if (indicators[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return kNone16;
}

tl::expected<std::unique_ptr<const Knowledge>, Fault> load_knowledge(std::string_view knowledge_json,
                                                                     std::string_view wording_json) {
  std::optional<Fault> fault;
  auto out = std::make_unique<Knowledge>();
  const json::Document knowledge = parse(knowledge_json, "narrative.json", fault);
  if (fault) return tl::unexpected(*fault);
  Source source{"narrative.json", &knowledge.root, &fault};
  const Node root(&knowledge.root, &source);
  root.only(
      "year texts names columns units indicators terms placeholders bracketedPlaceholders leftovers "
      "superlatives sources variants companyEnds "
      "introductions history harmless identityLeads referenceBefore referenceAfter direction trends "
      "attachments checks");
  out->year = root.whole("year", 0);
  if (out->year < 2000 || out->year > 2200) root.fail("knowledge.badNumber", "year");
  load_units(root, *out);
  load_indicators(root, *out);
  load_texts(root, *out);
  load_terms(root, *out);
  out->lexicon.ready();
  load_patterns(root, *out);
  if (fault) return tl::unexpected(*fault);

  const json::Document wording = parse(wording_json, "narrative.zh-CN.json", fault);
  if (fault) return tl::unexpected(*fault);
  Source wording_source{"narrative.zh-CN.json", &wording.root, &fault};
  const Node words(&wording.root, &wording_source);
  words.only("messages");
  for (const Node& message : words.members("messages"))
    out->messages.emplace_back(std::string(message.key()), message.self());
  for (const Check& check : out->checks) {
    if (out->message(check.id).empty()) words.at("messages").fail("knowledge.noMessage", check.id);
  }
  if (fault) return tl::unexpected(*fault);
  return std::unique_ptr<const Knowledge>(std::move(out));
}

}  // namespace formcheck::narrative
