// Values to bytes and back. A structure is described once, for both directions, so that what reads it cannot
// drift from what wrote it:
//
//   template <typename Archive>
//   void describe(Archive& a, Point& p) { a.number(p.x), a.number(p.y), a.text(p.name); }
//
// A Writer never changes what it is shown. A Reader trusts nothing: it never leaves its bytes, counts are no
// larger than what is left, and after the first fault everything it reads is zero or empty and `failed()`
// says so. Numbers take one byte for every seven bits. Texts are views into the bytes, well-formed UTF-8. A
// text that `shared` has (a JSON that both sides know; in quotes, or as a list or object) is not written
// again: its length and how far it is from the one found there before are.
#pragma once
#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace formcheck::archive {

class Writer {
 public:
  static constexpr bool kReading = false;

  explicit Writer(std::string_view shared = {}) : shared_(shared) {}

  void number(const std::uint32_t& n);
  void text(const std::string_view& s);
  void flag(const bool& b) { number(b ? 1 : 0); }
  std::uint32_t count(std::size_t size);                                  // of what follows
  void place(const std::uint32_t& index, std::size_t) { number(index); }  // an index into so many
  void fail() { failed_ = true; }                                         // this cannot be written
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] std::string take();  // all numbers, then all texts, which packs better

 private:
  [[nodiscard]] std::size_t find_shared(std::string_view s) const;

  std::string numbers_, texts_;
  std::string_view shared_;
  std::size_t last_ = 0;  // where the shared text before ended
  bool failed_ = false;
};

class Reader {
 public:
  static constexpr bool kReading = true;

  explicit Reader(std::string_view bytes, std::string_view shared = {});

  void number(std::uint32_t& n);
  void text(std::string_view& s);
  void flag(bool& b);
  std::uint32_t count(std::size_t);
  void place(std::uint32_t& index, std::size_t size);
  void fail() { failed_ = true, at_ = end_; }
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool done() const { return !failed_ && at_ == end_ && texts_.empty(); }

 private:
  const char* at_;
  const char* end_;
  std::string_view texts_, shared_;
  std::uint32_t last_ = 0;
  bool failed_ = false;
};

// What is not so is a fault of the bytes; of a Writer's structure it is a bug that its Reader will tell.
template <typename Archive>
void require(Archive& a, bool holds) {
  if (!holds) a.fail();
}

// 64 bits as they are; small ones take two bytes.
template <typename Archive>
void wide(Archive& a, std::uint64_t& n) {
  auto low = static_cast<std::uint32_t>(n), high = static_cast<std::uint32_t>(n >> 32);
  a.number(low), a.number(high);
  if constexpr (Archive::kReading) n = std::uint64_t{high} << 32 | low;
}

// An enum of `size` values, counted from zero.
template <typename Archive, typename Enum>
void choice(Archive& a, Enum& e, std::uint32_t size) {
  auto n = static_cast<std::uint32_t>(e);
  a.place(n, size);
  if constexpr (Archive::kReading) e = static_cast<Enum>(n);
}

// An index into so many, or `none`.
template <typename Archive>
void place_or(Archive& a, std::uint32_t& index, std::size_t size, std::uint32_t none) {
  std::uint32_t n = index == none ? 0 : index + 1;
  a.place(n, size + 1);
  if constexpr (Archive::kReading) index = n == 0 ? none : n - 1;
}

template <typename Archive, typename T, typename Each>
void items(Archive& a, std::vector<T>& list, Each each) {
  for (T& item : list) {
    if (a.failed()) return;
    each(item);
  }
}

// A list that is read was empty: made in its place, with less than half the code of resize().
template <typename T>
void make(std::vector<T>& list, std::size_t size) {
  ::new (static_cast<void*>(&list)) std::vector<T>(size);
}

// As many as there are.
template <typename Archive, typename T, typename Each>
void list(Archive& a, std::vector<T>& list, Each each) {
  const std::uint32_t size = a.count(list.size());
  if constexpr (Archive::kReading) make(list, size);
  items(a, list, each);
}

// As many as the other side knows already.
template <typename Archive, typename T, typename Each>
void list_of(Archive& a, std::size_t size, std::vector<T>& list, Each each) {
  if constexpr (Archive::kReading) make(list, size);
  if (list.size() != size) return a.fail();
  items(a, list, each);
}

template <typename Archive, typename T, typename Content>
void maybe(Archive& a, std::optional<T>& value, Content content) {
  bool there = value.has_value();
  a.flag(there);
  if constexpr (Archive::kReading) {
    if (there) value.emplace();
  }
  if (value) content(*value);
}

}  // namespace formcheck::archive
