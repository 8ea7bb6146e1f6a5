#include "form/aside.h"

namespace formcheck::form {
namespace {

constexpr std::size_t kMaxPlaces = 1000;
constexpr const char* kMore = "/#";  // no pointer into a draft begins so

}  // namespace

void Aside::keep(const std::string& at, const Json& value) {
  if (entries_.size() >= kMaxPlaces) {
    more_.push_back({{"at", at}, {"value", value}});
    return;
  }
  add(at, value);
}

void Aside::add(const std::string& at, const Json& value) {
  std::string name = at;
  for (std::size_t wanted = ++used_[at]; wanted > 1;) {
    name = at + "#" + std::to_string(wanted);
    if (used_.emplace(name, 1).second) break;
    wanted = ++used_[at];
  }
  // Names are unique here: appending spares the ordered object its search.
  static_cast<std::vector<Json::object_t::value_type, Json::object_t::allocator_type>&>(entries_).emplace_back(std::move(name), value);
}

Json Aside::take() {
  if (!more_.empty()) add(kMore, more_);
  Json out = std::move(entries_);
  *this = {};
  return out;
}

}  // namespace formcheck::form
