#include "narrative/node.h"

#include "text/normalize.h"

namespace formcheck::narrative {

void Node::fail(std::string_view code, std::string_view value) const {
  std::optional<Fault>& fault = *source_->fault;
  if (!fault) fault = Fault{std::string(source_->file), place(), std::string(code), std::string(value)};
}

void Node::wrong(json::Wrong what, std::string_view detail) const {
  if (what == json::Wrong::kind) return fail("knowledge.wrongKind", key());
  fail(what == json::Wrong::missing ? "knowledge.missing" : "knowledge.unknownKey", detail);
}

std::string Node::text(std::string_view key) const {
  const json::Value* value = find(key, true, json::Kind::string, "text");
  if (value == nullptr) return {};
  if (text::is_blank(value->text)) child(*value).fail("knowledge.blank", key);
  return std::string(value->text);
}

std::string Node::text_or(std::string_view key, std::string_view fallback) const {
  const json::Value* value = find(key, false, json::Kind::string, "text");
  return std::string(value == nullptr ? fallback : value->text);
}

int Node::whole(std::string_view key, int fallback) const {
  const json::Value* value = find(key, false, json::Kind::number, "number");
  if (value == nullptr) return fallback;
  std::string_view digits = value->text;
  const bool minus = !digits.empty() && digits.front() == '-';
  if (minus) digits.remove_prefix(1);
  int out = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9' || out > 100'000) {
      child(*value).fail("knowledge.wrongKind", key);
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
  for (const Node& item : children(json_)) out.push_back(item.self());
  return out;
}

std::vector<std::string> Node::texts(std::string_view key) const {
  const json::Value* value = find(key, false, json::Kind::array, "list");
  return value == nullptr ? std::vector<std::string>() : child(*value).own_texts();
}

}  // namespace formcheck::narrative
