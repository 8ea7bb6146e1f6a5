#include "json/checked.h"

namespace formcheck::json {
namespace {

bool find_place(const Value& from, const Value* wanted, std::string& place) {
  if (&from == wanted) return true;
  const std::size_t length = place.size();
  std::size_t index = 0;
  for (const Value& child : from) {
    place = pointer_to(place, from.is_object() ? child.key : std::string_view(std::to_string(index++)));
    if (find_place(child, wanted, place)) return true;
    place.resize(length);
  }
  return false;
}

}  // namespace

std::string place_of(const Value& root, const Value* wanted) {
  std::string place;
  (void)find_place(root, wanted, place);
  return place;
}

}  // namespace formcheck::json
