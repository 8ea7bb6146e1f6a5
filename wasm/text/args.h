// Named arguments of a message, as texts: what a code ("number.aboveMax", "cel.syntax") is worded with.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace formcheck::text {

struct Arg {
  std::string_view name, value;
};

// A class of its own with everything out of line: messages are made in a hundred places, and each of them
// should cost a call, not a loop that builds strings.
class Args {
 public:
  struct Item {
    std::string name, value;
    friend bool operator==(const Item&, const Item&) = default;
  };

  Args() noexcept;
  Args(std::initializer_list<Arg> list);  // NOLINT: {{"actual", text}} is how arguments are written
  Args(const Args&);
  Args(Args&&) noexcept;
  Args& operator=(Args) noexcept;
  ~Args();

  void add(std::string_view name, std::string_view value);
  void add(const Args& others);
  [[nodiscard]] const std::string* find(std::string_view name) const;

  [[nodiscard]] auto begin() const { return items_.begin(); }
  [[nodiscard]] auto end() const { return items_.end(); }
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  friend bool operator==(const Args&, const Args&) = default;

 private:
  std::vector<Item> items_;
};

}  // namespace formcheck::text
