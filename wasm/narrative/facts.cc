#include "narrative/facts.h"

#include <algorithm>

#include "json/read.h"
#include "number/reading.h"

namespace formcheck::narrative {
namespace {

void collect(const json::Value& node, const std::string& pointer, const std::string& path,
             std::vector<Value>& out) {
  switch (node.kind) {
    case json::Kind::string:
      out.push_back({pointer, path, std::string(node.text)});
      break;
    case json::Kind::object:
      for (const json::Value& member : node) {
        if (member.key == "id" && !path.empty() && path.back() == ']') continue;
        collect(member, json::pointer_to(pointer, member.key),
                path.empty() ? std::string(member.key) : path + "." + std::string(member.key), out);
      }
      break;
    case json::Kind::array: {
      std::size_t i = 0;
      for (const json::Value& item : node) {
        const std::string index = std::to_string(i++);
        const std::string key(item.text_of("key"));
        collect(item, json::pointer_to(pointer, index), path + "[" + (key.empty() ? index : key) + "]", out);
      }
      break;
    }
    default:
      break;
  }
}

}  // namespace

std::optional<Facts::Number> read_cell(std::string_view typed) {
  const number::Reading reading = number::read_number(typed);
  if (reading.meaning != number::Meaning::value) return {};
  std::string one = "1";
  if (reading.value.scale() > 0)
    one = "0." + std::string(static_cast<std::size_t>(reading.value.scale() - 1), '0') + "1";
  return Facts::Number{reading.value, number::Decimal::parse(one).value_or(0), Facts::kNothing};
}

bool Facts::read(std::string_view draft_json) {
  const json::Document draft = json::read(draft_json);
  if (draft.fault != json::Fault::none) return false;
  const json::Value* values = draft.root.find("values");
  if (values == nullptr || !values->is_object()) return false;
  values_.clear();
  collect(*values, "/values", "", values_);
  const json::Value* figures = draft.root.find(knowledge_.figures);
  figure_count_ = figures != nullptr && figures->is_array() ? figures->size : 0;
  // A narrative nobody has written yet can be written: it has its place from the start.
  for (const TextPlan& plan : knowledge_.texts) {
    if (plan.path.find('[') != std::string::npos || plan.path.find('.') != std::string::npos ||
        values->find(plan.path) != nullptr)
      continue;
    values_.push_back({"/values/" + plan.path, plan.path, ""});
  }
  std::sort(values_.begin(), values_.end(),
            [](const Value& a, const Value& b) { return a.pointer < b.pointer; });
  resolve();
  return true;
}

void Facts::resolve() {
  by_path_.resize(values_.size());
  for (std::uint32_t i = 0; i < by_path_.size(); ++i) by_path_[i] = i;
  std::sort(by_path_.begin(), by_path_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return values_[a].path != values_[b].path ? values_[a].path < values_[b].path : a < b;
  });
  cells_.clear();
  for (const Indicator& indicator : knowledge_.indicators) {
    auto& cells = cells_.emplace_back();
    for (const CellRef& cell : indicator.cells) cells.push_back(by_path(cell.path));
  }
}

std::size_t Facts::by_pointer(std::string_view pointer) const {
  const auto at = std::lower_bound(values_.begin(), values_.end(), pointer,
                                   [](const Value& v, std::string_view p) { return v.pointer < p; });
  return at != values_.end() && at->pointer == pointer ? static_cast<std::size_t>(at - values_.begin())
                                                       : kNothing;
}

std::size_t Facts::by_path(std::string_view path) const {
  const auto at = std::lower_bound(by_path_.begin(), by_path_.end(), path,
                                   [&](std::uint32_t i, std::string_view p) { return values_[i].path < p; });
  return at != by_path_.end() && values_[*at].path == path ? *at : kNothing;
}

std::string_view Facts::text(std::string_view path) const {
  const std::size_t at = by_path(path);
  return at == kNothing ? std::string_view() : std::string_view(values_[at].text);
}

std::vector<std::size_t> Facts::matching(std::string_view pattern) const {
  const std::size_t gap = pattern.find("[]");
  if (gap == std::string_view::npos) {
    const std::size_t at = by_path(pattern);
    return at == kNothing ? std::vector<std::size_t>() : std::vector<std::size_t>{at};
  }
  std::vector<std::size_t> out;
  const std::string_view head = pattern.substr(0, gap + 1), tail = pattern.substr(gap + 1);
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const std::string_view path = values_[i].path;
    if (path.size() < head.size() + tail.size() || path.substr(0, head.size()) != head ||
        path.substr(path.size() - tail.size()) != tail)
      continue;
    out.push_back(i);
  }
  return out;
}

std::size_t Facts::sibling(std::size_t index, std::string_view pattern) const {
  const std::string& path = values_[index].path;
  const std::size_t row = path.rfind(']'), column = pattern.rfind(']');
  if (row == std::string::npos || column == std::string_view::npos) return kNothing;
  return by_path(path.substr(0, row) + std::string(pattern.substr(column)));
}

void Facts::set(std::size_t index, std::string_view text) { values_[index].text = text; }

std::optional<Facts::Number> Facts::number(std::uint16_t indicator, FigureRole role, int year,
                                           int product) const {
  const auto& refs = knowledge_.indicators[indicator].cells;
  for (std::size_t i = 0; i < refs.size(); ++i) {
    const CellRef& ref = refs[i];
    if (ref.role != role || ref.year != year || (ref.product >= 0 && ref.product != product)) continue;
    const std::size_t cell = cells_[indicator][i];
    if (cell == kNothing) return {};
    auto number = read_cell(values_[cell].text);
    if (number) number->cell = cell;
    return number;
  }
  return {};
}

}  // namespace formcheck::narrative
