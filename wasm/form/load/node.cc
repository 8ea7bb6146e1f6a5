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

void Source::fail(std::string_view code, std::string_view place, Args args, std::size_t column) const {
  if (*error) return;
  *error = DefinitionError{std::string(code), std::string(file), std::string(place), column, std::move(args)};
}

void Node::fail(std::string_view code, Args args) const {
  if (!*source_->error) source_->fail(code, place(), std::move(args));
}

void Node::wrong(json::Wrong what, std::string_view detail) const {
  if (what == json::Wrong::kind) return fail("definition.wrongType", {{"expected", detail}});
  fail(what == json::Wrong::missing ? "definition.missingKey" : "definition.unknownKey", {{"key", detail}});
}

std::string_view Node::as_text() const {
  if (json_ == nullptr) return {};
  if (!json_->is_string()) {
    wrong(json::Wrong::kind, "text");
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
  return v == nullptr ? fallback : child(*v).as_text();
}

std::optional<std::uint32_t> Node::number(std::string_view key) const {
  const json::Value* v = find(key, false);
  if (v == nullptr) return {};
  const auto number = v->whole();
  if (number && *number <= 1'000'000) return number;
  child(*v).wrong(json::Wrong::kind, "whole number");
  return {};
}

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
