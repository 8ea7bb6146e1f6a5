#include "form/load/node.h"

#include "text/words.h"

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

namespace {

// The JSON Pointer of a value: looked for only when there is a fault to tell.
bool find_place(const json::Value& from, const json::Value* wanted, std::string& place) {
  if (&from == wanted) return true;
  const std::size_t length = place.size();
  std::size_t index = 0;
  for (const json::Value& child : from) {
    place = json::pointer_to(place, from.is_object() ? child.key : std::string_view(std::to_string(index++)));
    if (find_place(child, wanted, place)) return true;
    place.resize(length);
  }
  return false;
}

}  // namespace

void Source::fail(std::string_view code, std::string_view place, Args args, std::size_t column) const {
  if (*error) return;
  *error = DefinitionError{std::string(code), std::string(file), std::string(place), column, std::move(args)};
}

void Node::fail(std::string_view code, Args args) const {
  if (*source_->error) return;
  std::string place;
  if (json_ != nullptr) (void)find_place(*source_->root, json_, place);
  source_->fail(code, place, std::move(args));
}

void Node::wrong_type(std::string_view wanted) const { fail("definition.wrongType", {{"expected", wanted}}); }

bool Node::is_object() const {
  if (json_ == nullptr) return false;
  if (!json_->is_object()) wrong_type("object");
  return json_->is_object();
}

const json::Value* Node::find(std::string_view key, bool required) const {
  if (!is_object()) return nullptr;
  const json::Value* found = json_->find(key);
  if (found == nullptr && required) fail("definition.missingKey", {{"key", key}});
  return found;
}

const Node& Node::only(Names keys) const {
  if (!is_object()) return *this;
  for (const json::Value& member : *json_) {
    if (member.key == "$schema" || member.key == "about" || text::find_word(keys, member.key) != std::string_view::npos) continue;
    Node(&member, source_).fail("definition.unknownKey", {{"key", member.key}});
  }
  return *this;
}

bool Node::has(std::string_view key) const { return json_ != nullptr && json_->find(key) != nullptr; }

Node Node::at(std::string_view key) const { return {find(key, true), source_}; }

std::string_view Node::as_text() const {
  if (json_ == nullptr) return {};
  if (!json_->is_string()) {
    wrong_type("text");
    return {};
  }
  return source_->texts->keep(fill_years(json_->text, source_->year));
}

std::string_view Node::text(std::string_view key) const {
  const Node n = at(key);
  const std::string_view s = n.as_text();
  if (n.json_ != nullptr && s.empty()) n.fail("definition.emptyText");
  return s;
}

std::string_view Node::text_or(std::string_view key, std::string_view fallback) const {
  const json::Value* v = find(key, false);
  return v == nullptr ? fallback : Node(v, source_).as_text();
}

bool Node::flag(std::string_view key) const {
  const json::Value* v = find(key, false);
  if (v == nullptr) return false;
  if (!v->is(json::Kind::boolean)) Node(v, source_).wrong_type("boolean");
  return v->truth;
}

std::optional<std::uint32_t> Node::number(std::string_view key) const {
  const json::Value* v = find(key, false);
  if (v == nullptr) return {};
  const auto number = v->whole();
  if (number && *number <= 1'000'000) return number;
  Node(v, source_).wrong_type("whole number");
  return {};
}

std::vector<Node> Node::children(std::string_view key, json::Kind kind, std::string_view wanted) const {
  std::vector<Node> out;
  const json::Value* v = find(key, false);
  if (v == nullptr) return out;
  if (!v->is(kind)) {
    Node(v, source_).wrong_type(wanted);
    return out;
  }
  out.reserve(v->size);
  for (const json::Value& child : *v) out.emplace_back(&child, source_);
  return out;
}

std::vector<Node> Node::items(std::string_view key) const { return children(key, json::Kind::array, "list"); }
std::vector<Node> Node::members(std::string_view key) const { return children(key, json::Kind::object, "object"); }

std::vector<std::string_view> Node::texts(std::string_view key) const {
  std::vector<std::string_view> out;
  for (const Node& n : items(key)) out.push_back(n.as_text());
  return out;
}

std::string_view Node::key() const {
  return json_ == nullptr ? std::string_view() : source_->texts->keep(std::string(json_->key));
}

std::size_t Node::one_of(std::string_view key, Names names) const {
  const std::string_view s = text(key);
  const std::size_t i = text::find_word(names, s);
  if (i != std::string_view::npos) return i;
  std::string known;
  for (std::string_view rest = names; !rest.empty();) {
    known += known.empty() ? "" : " | ";
    known += text::take_word(rest);
  }
  at(key).fail("definition.unknownValue", {{"value", s}, {"expected", known}});
  return 0;
}

}  // namespace formcheck::form
