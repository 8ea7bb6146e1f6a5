// What the application says beside its narratives: every value of a draft under its pointer and its path,
// numbers read, names taken out.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "narrative/knowledge.h"

namespace formcheck::narrative {

struct Value {
  std::string pointer;  // /values/indicators/1/current
  std::string path;  // indicators[revenue].current; rows without a key by their place: competitors[0].rival
  std::string text;
};

class Facts {
 public:
  explicit Facts(const Knowledge& knowledge) : knowledge_(knowledge) {}

  // The values of a draft, as a session writes it. False (and nothing changed) when the bytes are no draft.
  // Linear.
  bool read(std::string_view draft_json);

  static constexpr std::size_t kNothing = static_cast<std::size_t>(-1);
  [[nodiscard]] std::size_t by_pointer(std::string_view pointer) const;  // index into values, or kNothing
  [[nodiscard]] std::size_t by_path(std::string_view path) const;
  [[nodiscard]] const std::vector<Value>& values() const { return values_; }
  [[nodiscard]] std::vector<std::size_t> matching(
      std::string_view pattern) const;  // "social[].current": of every row
  [[nodiscard]] std::size_t sibling(
      std::size_t index, std::string_view pattern) const;  // the cell of that column in the same row
  [[nodiscard]] std::string_view text(std::string_view path) const;
  void set(std::size_t index, std::string_view text);

  // The number in the cell of an indicator for that role, year and product; nothing when blank or unreadable.
  struct Number {
    number::Decimal value, ulp;
    std::size_t cell;
  };
  [[nodiscard]] std::optional<Number> number(std::uint16_t indicator, FigureRole role, int year,
                                             int product) const;

  [[nodiscard]] std::uint32_t figure_count() const { return figure_count_; }

 private:
  void resolve();

  const Knowledge& knowledge_;
  std::vector<Value> values_;                    // by pointer
  std::vector<std::uint32_t> by_path_;           // indices in the order of paths
  std::vector<std::vector<std::size_t>> cells_;  // by indicator, by cell: index or kNothing
  std::uint32_t figure_count_ = 0;
};

// The number typed into a cell, and what one in its last digit is worth.
[[nodiscard]] std::optional<Facts::Number> read_cell(std::string_view typed);

}  // namespace formcheck::narrative
