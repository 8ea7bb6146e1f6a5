// Keeps texts where they are for as long as it lives, so that views into them can be handed round.
#pragma once
#include <forward_list>
#include <string>
#include <string_view>

namespace formcheck::text {

class Store {
 public:
  std::string_view keep(std::string text) { return texts_.emplace_front(std::move(text)); }

 private:
  std::forward_list<std::string> texts_;
};

}  // namespace formcheck::text
