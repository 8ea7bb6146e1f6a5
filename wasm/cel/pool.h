// Grows one by one, and what is in it stays where it is.
#pragma once
#include <cstddef>
#include <memory>
#include <vector>

namespace formcheck::cel {

template <typename T>
class Pool {
 public:
  T& add(T item = T()) {
    items_.push_back(std::make_unique<T>(std::move(item)));
    return *items_.back();
  }
  T& operator[](std::size_t i) { return *items_[i]; }
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  void clear() { items_.clear(); }

 private:
  std::vector<std::unique_ptr<T>> items_;
};

}  // namespace formcheck::cel
