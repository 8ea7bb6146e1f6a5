// Undo and redo over the whole form. A step is what a person would call one: a burst of typing in one cell, a pasted
// block, a removed row.
#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "form/sheet.h"

namespace formcheck::form {

// The text the cell does not hold now: before the change while it is done, after it while it is undone. Applying swaps
// the two, so a burst of typing stores one text, not one a key.
struct TextChange {
  Slot slot;
  std::string other;
};
struct RowInsertion {
  RowIndex row;
  std::size_t index;
};
struct RowRemoval {
  RowIndex row;
  std::size_t index;
};
struct RowMove {
  std::uint32_t table;
  std::size_t from, to;
};
using Change = std::variant<TextChange, RowInsertion, RowRemoval, RowMove>;

struct Step {
  std::string label;
  std::vector<Change> changes;
};

// Keeps the last 1,000 steps, at most 16 MB of text.
class History {
 public:
  // Whether typing in this cell goes on within the open step: then nothing need be added.
  [[nodiscard]] bool joins(Slot slot) const;
  // Adds to the open group, else makes a step with `label`. What was undone can no longer be redone.
  void add(Change change, std::string label);
  void begin(std::string label);  // groups all until end(); nestable, the outermost label counts
  void end();
  void close() { open_ = depth_ > 0; }  // the next change starts a new step
  void clear();

  [[nodiscard]] const Step* undo_step() const { return done_.empty() ? nullptr : &done_.back(); }
  [[nodiscard]] const Step* redo_step() const { return undone_.empty() ? nullptr : &undone_.back(); }
  // Moves the step over and returns it; call only when there is one. Whoever calls applies it.
  Step& take_undo();
  Step& take_redo();
  [[nodiscard]] bool grouping() const { return depth_ > 0; }

 private:
  void trim();

  std::vector<Step> done_, undone_;
  std::string group_label_;
  std::size_t bytes_ = 0;
  int depth_ = 0;
  bool open_ = false;
};

}  // namespace formcheck::form
