#include "form/node.h"

#include <algorithm>

#include "form/bounded_json.h"

namespace formcheck::form {

std::string fill_years(std::string_view s, int year) {
  constexpr std::string_view kOpen = "{year";
  std::string out;
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t start = year == 0 ? std::string_view::npos : s.find(kOpen, i);
    const std::size_t end = start == std::string_view::npos ? start : s.find('}', start);
    if (end == std::string_view::npos) return out.append(s.substr(i));
    out.append(s.substr(i, start - i));
    const std::string_view offset = s.substr(start + kOpen.size(), end - start - kOpen.size());
    int value = 0;
    bool good = offset.empty() || (offset.size() > 1 && (offset[0] == '-' || offset[0] == '+'));
    for (std::size_t k = 1; good && k < offset.size(); ++k) {
      good = offset[k] >= '0' && offset[k] <= '9' && offset.size() < 4;
      value = value * 10 + (offset[k] - '0');
    }
    if (good) {
      out += std::to_string(year + (!offset.empty() && offset[0] == '-' ? -value : value));
    } else {
      out.append(s.substr(start, end + 1 - start));
    }
    i = end + 1;
  }
  return out;
}

const Json* Node::find(std::string_view key, bool required) const {
  if (json_ == nullptr) return nullptr;
  if (!json_->is_object()) {
    fail("definition.wrongType", {{"expected", "object"}});
    return nullptr;
  }
  const auto found = json_->find(std::string(key));
  if (found != json_->end()) return &*found;
  if (required) fail("definition.missingKey", {{"key", std::string(key)}});
  return nullptr;
}

Node Node::child(const Json* json, std::string_view key) const { return {json, source_, pointer_to(place_, key)}; }

void Node::wrong_type(std::string_view key, std::string_view wanted) const {
  source_->fail("definition.wrongType", pointer_to(place_, key), {{"expected", std::string(wanted)}});
}

const Node& Node::only(std::initializer_list<std::string_view> keys) const {
  if (json_ == nullptr) return *this;
  if (!json_->is_object()) {
    fail("definition.wrongType", {{"expected", "object"}});
    return *this;
  }
  for (const auto& [key, value] : json_->items()) {
    if (key == "$schema" || key == "about") continue;
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      source_->fail("definition.unknownKey", pointer_to(place_, key), {{"key", key}});
    }
  }
  return *this;
}

bool Node::has(std::string_view key) const { return json_ != nullptr && json_->is_object() && json_->contains(std::string(key)); }

Node Node::at(std::string_view key) const { return child(find(key, true), key); }

std::string Node::as_text() const {
  if (json_ == nullptr) return {};
  if (!json_->is_string()) {
    fail("definition.wrongType", {{"expected", "text"}});
    return {};
  }
  return fill_years(json_->get_ref<const std::string&>(), source_->year);
}

std::string Node::text(std::string_view key) const {
  const Node n = at(key);
  std::string s = n.as_text();
  if (n.json_ != nullptr && s.empty()) n.fail("definition.emptyText");
  return s;
}

std::string Node::text_or(std::string_view key, std::string_view fallback) const {
  const Json* v = find(key, false);
  return v == nullptr ? std::string(fallback) : child(v, key).as_text();
}

bool Node::flag(std::string_view key) const {
  const Json* v = find(key, false);
  if (v == nullptr) return false;
  if (!v->is_boolean()) {
    wrong_type(key, "boolean");
    return false;
  }
  return v->get<bool>();
}

std::optional<std::uint32_t> Node::number(std::string_view key) const {
  const Json* v = find(key, false);
  if (v == nullptr) return {};
  if (!v->is_number_unsigned() || v->get<std::uint64_t>() > 1'000'000) {
    wrong_type(key, "whole number");
    return {};
  }
  return v->get<std::uint32_t>();
}

std::vector<Node> Node::items(std::string_view key) const {
  std::vector<Node> out;
  const Json* v = find(key, false);
  if (v == nullptr) return out;
  if (!v->is_array()) {
    wrong_type(key, "list");
    return out;
  }
  const Node list = child(v, key);
  for (std::size_t i = 0; i < v->size(); ++i) out.push_back(list.child(&(*v)[i], std::to_string(i)));
  return out;
}

std::vector<std::string> Node::texts(std::string_view key) const {
  std::vector<std::string> out;
  for (const Node& n : items(key)) out.push_back(n.as_text());
  return out;
}

std::vector<std::pair<std::string, Node>> Node::members() const {
  std::vector<std::pair<std::string, Node>> out;
  if (json_ == nullptr) return out;
  if (!json_->is_object()) {
    fail("definition.wrongType", {{"expected", "object"}});
    return out;
  }
  for (const auto& [key, value] : json_->items()) out.emplace_back(key, child(&value, key));
  return out;
}

std::vector<std::pair<std::string, Node>> Node::members(std::string_view key) const {
  const Json* v = find(key, false);
  return v == nullptr ? std::vector<std::pair<std::string, Node>>{} : child(v, key).members();
}

std::size_t Node::one_of(std::string_view key, std::initializer_list<std::string_view> names) const {
  const std::string s = text(key);
  std::size_t i = 0;
  std::string known;
  for (const std::string_view name : names) {
    if (s == name) return i;
    known += known.empty() ? "" : " | ";
    known += name;
    ++i;
  }
  source_->fail("definition.unknownValue", pointer_to(place_, key), {{"value", s}, {"expected", known}});
  return 0;
}

}  // namespace formcheck::form
