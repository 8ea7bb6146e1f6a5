#include "narrative/node.h"

#include "text/normalize.h"
#include "text/words.h"

namespace formcheck::narrative {

void Node::fail(std::string_view code, std::string_view value) const {
  if (!*fault_) *fault_ = Fault{std::string(file_), place_, std::string(code), std::string(value)};
}

Node Node::child(const json::Value* value, std::string_view key) const {
  return {value, file_, json::pointer_to(place_, key), fault_};
}

const json::Value* Node::find(std::string_view key, json::Kind kind, bool required) const {
  const json::Value* value = json_ == nullptr ? nullptr : json_->find(key);
  if (value == nullptr) {
    if (required) fail("knowledge.missing", key);
    return nullptr;
  }
  if (value->is(kind)) return value;
  child(value, key).fail("knowledge.wrongKind", key);
  return nullptr;
}

const Node& Node::only(std::string_view keys) const {
  if (json_ == nullptr) return *this;
  if (!json_->is_object()) fail("knowledge.wrongKind", key());
  for (const json::Value& member : *json_) {
    if (member.key == "$schema" || member.key == "about") continue;
    if (text::find_word(keys, member.key) == std::string_view::npos) fail("knowledge.unknownKey", member.key);
  }
  return *this;
}

Node Node::at(std::string_view key) const {
  const json::Value* value = json_ == nullptr ? nullptr : json_->find(key);
  if (value == nullptr) fail("knowledge.missing", key);
  return child(value, key);
}

std::string Node::text(std::string_view key) const {
  const json::Value* value = find(key, json::Kind::string, true);
  if (value == nullptr) return {};
  if (text::is_blank(value->text)) child(value, key).fail("knowledge.blank", key);
  return std::string(value->text);
}

std::string Node::text_or(std::string_view key, std::string_view fallback) const {
  const json::Value* value = find(key, json::Kind::string, false);
  return std::string(value == nullptr ? fallback : value->text);
}

bool Node::flag(std::string_view key) const {
  const json::Value* value = find(key, json::Kind::boolean, false);
  return value != nullptr && value->truth;
}

int Node::whole(std::string_view key, int fallback) const {
  const json::Value* value = find(key, json::Kind::number, false);
  if (value == nullptr) return fallback;
  std::string_view digits = value->text;
  const bool minus = !digits.empty() && digits.front() == '-';
  if (minus) digits.remove_prefix(1);
  int out = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9' || out > 100'000) {
      child(value, key).fail("knowledge.wrongKind", key);
      return fallback;
    }
    out = out * 10 + (c - '0');
  }
  return minus ? -out : out;
}

std::string Node::self() const {
  if (json_ == nullptr) return {};
  if (!json_->is_string() || text::is_blank(json_->text)) fail("knowledge.wrongKind");
  return std::string(json_->text);
}

std::vector<std::string> Node::own_texts() const {
  std::vector<std::string> out;
  if (json_ == nullptr) return out;
  if (!json_->is_array()) fail("knowledge.wrongKind", key());
  std::size_t i = 0;
  for (const json::Value& item : *json_) out.push_back(child(&item, std::to_string(i++)).self());
  return out;
}

std::vector<std::string> Node::texts(std::string_view key) const {
  const json::Value* value = find(key, json::Kind::array, false);
  return value == nullptr ? std::vector<std::string>() : child(value, key).own_texts();
}

std::vector<Node> Node::items(std::string_view key) const {
  std::vector<Node> out;
  const json::Value* value = find(key, json::Kind::array, false);
  if (value == nullptr) return out;
  const Node list = child(value, key);
  std::size_t i = 0;
  for (const json::Value& item : *value) out.push_back(list.child(&item, std::to_string(i++)));
  return out;
}

std::vector<Node> Node::members(std::string_view key) const {
  std::vector<Node> out;
  const json::Value* value = find(key, json::Kind::object, false);
  if (value == nullptr) return out;
  const Node object = child(value, key);
  for (const json::Value& item : *value) out.push_back(object.child(&item, item.key));
  return out;
}

}  // namespace formcheck::narrative
