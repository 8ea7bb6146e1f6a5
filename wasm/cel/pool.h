// Grows one by one, and what is in it stays where it is.
#pragma once
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace formcheck::cel {

// Every pool is a list of plain pointers underneath: the code that grows one is there once, not once for every T, and
// nothing is ever moved.
template <typename T>
class Pool {
 public:
  template <typename Item>
  struct BasicIterator {
    using iterator_category = std::forward_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = Item*;
    using reference = Item&;

    void* const* at;
    Item& operator*() const { return *static_cast<Item*>(*at); }
    Item* operator->() const { return static_cast<Item*>(*at); }
    BasicIterator& operator++() {
      ++at;
      return *this;
    }
    BasicIterator operator++(int) { return {at++}; }
    bool operator==(const BasicIterator&) const = default;
    difference_type operator-(const BasicIterator& o) const { return at - o.at; }
  };

  Pool() = default;
  Pool(Pool&& other) noexcept { items_.swap(other.items_); }
  Pool& operator=(Pool&& other) noexcept {
    items_.swap(other.items_);
    return *this;
  }
  ~Pool() { clear(); }

  T& add(T item = T()) { return own(new T(std::move(item))); }
  template <typename... Parts>
  T& emplace(Parts&&... parts) {
    return own(new T(std::forward<Parts>(parts)...));
  }

  T& operator[](std::size_t i) { return *static_cast<T*>(items_[i]); }
  const T& operator[](std::size_t i) const { return *static_cast<const T*>(items_[i]); }
  [[nodiscard]] T& back() { return *static_cast<T*>(items_.back()); }
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  auto begin() { return BasicIterator<T>{items_.data()}; }
  auto end() { return BasicIterator<T>{items_.data() + items_.size()}; }
  auto begin() const { return BasicIterator<const T>{items_.data()}; }
  auto end() const { return BasicIterator<const T>{items_.data() + items_.size()}; }

  void clear() {
    for (T& item : *this) delete &item;
    items_.clear();
  }
  void drop_front(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) delete static_cast<T*>(items_[i]);
    items_.erase(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(count));
  }
  // The last of `other` becomes the last of this.
  void take_back(Pool& other) {
    items_.push_back(other.items_.back());
    other.items_.pop_back();
  }
  // In the place of every item the one that stood at order[i]; `order` names each once.
  template <typename Order>
  void reorder(const Order& order) {
    std::vector<void*> sorted;
    sorted.reserve(items_.size());
    for (const auto& o : order) sorted.push_back(items_[o.item]);
    items_.swap(sorted);
  }

 private:
  T& own(T* item) {
    items_.push_back(item);
    return *item;
  }

  std::vector<void*> items_;
};

}  // namespace formcheck::cel
