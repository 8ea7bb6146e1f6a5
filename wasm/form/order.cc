#include "form/order.h"

#include <cstdlib>

namespace formcheck::form {
namespace {

int compare(const void* x, const void* y) {
  const auto& a = *static_cast<const Ranked*>(x);
  const auto& b = *static_cast<const Ranked*>(y);
  if (a.rank != b.rank) return a.rank < b.rank ? -1 : 1;
  return a.item < b.item ? -1 : a.item > b.item;
}

}  // namespace

// std::sort would be a copy of itself for every type it is asked for; the C library's is there once.
void sort(std::vector<Ranked>& list) {
  if (list.size() > 1) std::qsort(list.data(), list.size(), sizeof(Ranked), compare);
}

}  // namespace formcheck::form
