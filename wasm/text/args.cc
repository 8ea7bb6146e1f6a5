#include "text/args.h"

#include <utility>

namespace formcheck::text {

Args::Args() noexcept = default;
Args::Args(const Args&) = default;
Args::Args(Args&&) noexcept = default;
Args::~Args() = default;

Args& Args::operator=(Args other) noexcept {
  items_.swap(other.items_);
  return *this;
}

Args::Args(std::initializer_list<Arg> list) {
  for (const Arg& a : list) add(a.name, a.value);
}

void Args::add(std::string_view name, std::string_view value) {
  items_.push_back({std::string(name), std::string(value)});
}

void Args::add(const Args& others) {
  for (const Item& item : others) items_.push_back(item);
}

const std::string* Args::find(std::string_view name) const {
  for (const Item& item : items_) {
    if (item.name == name) return &item.value;
  }
  return nullptr;
}

}  // namespace formcheck::text
