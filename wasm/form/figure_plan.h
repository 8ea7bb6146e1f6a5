// What an edit of the figures makes of their list and of the 【图n】 lines: worked out apart, then done as one undo step.
//
// Numbers follow the list. A line goes on standing for the figure it stood for; one that stands for none is kept beyond
// the last number, so that it never catches a figure by chance.
#pragma once
#include <string>
#include <vector>

#include "form/sheet.h"

namespace formcheck::form {

class FigurePlan {
 public:
  explicit FigurePlan(const Sheet& sheet);  // as things are

  // A byte in a narrative.
  struct Caret {
    Slot field;
    std::size_t at;
  };

  void take_out(std::uint32_t index, Caret* caret = nullptr);  // and its lines; the caret stays where it is among the others
  // `at`: byte in the text of figure.field. Its place in the list is that of its line among the lines.
  void put_in(Figure figure, std::size_t at);
  // Among the figures of its narrative. The lines' places stay; the figures change places in them.
  void move(std::uint32_t index, std::uint32_t to);
  // The figures of a narrative in the order of its lines; those without a line last.
  void follow_lines(Slot field);

  struct Text {
    Slot field;
    std::string text;
  };
  std::vector<Figure> list;
  std::vector<Text> texts;  // every narrative, in the form's order

 private:
  std::string& text_of(Slot field);
  std::uint32_t first_of(Slot field) const;  // index of a narrative's first figure, or where that would stand
  // Changes the order of the list; gives the new number of each old index.
  std::vector<std::uint32_t> reorder(const std::vector<std::uint32_t>& order);
  void renumber(const std::vector<std::uint32_t>& to, std::uint32_t free);
};

// Whether the field takes figures: a scalar narrative, no column.
[[nodiscard]] bool takes_figures(const Sheet& sheet, Slot slot);

}  // namespace formcheck::form
