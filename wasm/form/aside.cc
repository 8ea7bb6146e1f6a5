#include "form/aside.h"

#include <algorithm>

namespace formcheck::form {
namespace {

constexpr std::size_t kMaxPlaces = 1000;
constexpr std::string_view kMore = "/#";  // no pointer into a draft begins so

std::string json_of(const json::Value& value) {
  json::Writer out;
  out.value(value);
  return out.take();
}

}  // namespace

void write_kept(json::Writer& out, const Kept& kept) {
  kept.text ? out.text(kept.value) : out.piece(kept.value);
}

bool add_kept(std::vector<Kept>& list, std::string_view at, std::string_view text) {
  std::string name(at);
  const auto under = [&](std::string_view place) {
    return std::find_if(list.begin(), list.end(), [&](const Kept& kept) { return kept.at == place; });
  };
  for (std::size_t n = 2; under(name) != list.end(); ++n) {
    if (under(name)->value == text) return false;
    name.resize(at.size());
    name += "#" + std::to_string(n);
  }
  if (list.size() >= kMaxPlaces && list.back().text) {
    list.back().value.append("\n\n").append(name).append("\n").append(text);
  } else {
    list.push_back({std::move(name), std::string(text), true});
  }
  return true;
}

void Aside::keep(std::string_view at, const json::Value& value) {
  entries_.size() < kMaxPlaces ? restore(at, value) : keep(at, json_of(value));
}

void Aside::keep(std::string_view at, const std::string& json) {
  if (entries_.size() < kMaxPlaces) return add(at, json, false);
  if (more_.str().empty()) more_.array();
  more_.object().member("at", at).key("value").piece(json).close('}');
}

void Aside::restore(std::string_view name, const json::Value& value) {
  value.is_string() ? add(name, std::string(value.text), true) : add(name, json_of(value), false);
}

void Aside::add(std::string_view at, std::string value, bool text) {
  std::size_t wanted = 1;
  for (const Entry& e : entries_) wanted += std::string_view(e.kept.at).substr(0, e.base) == at;
  std::string name(at);
  const auto taken = [&] {
    for (const Entry& e : entries_) {
      if (e.kept.at == name) return true;
    }
    return false;
  };
  while (wanted > 1 || taken()) {
    name.resize(at.size());
    name += "#" + std::to_string(wanted < 2 ? wanted = 2 : wanted);
    if (!taken()) break;
    ++wanted;
  }
  entries_.push_back({{std::move(name), std::move(value), text}, at.size()});
}

std::vector<Kept> Aside::take() {
  if (!more_.str().empty()) add(kMore, more_.close(']').take(), false);
  std::vector<Kept> out;
  out.reserve(entries_.size());
  for (Entry& e : entries_) out.push_back(std::move(e.kept));
  *this = {};
  return out;
}

}  // namespace formcheck::form
