// Undo and redo over the whole form. A step is what a person would call one: a burst of typing in one cell, a pasted
// block, a removed row.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "form/draft.h"
#include "form/judge.h"

namespace formcheck::form {

struct Change {
  enum class Kind : std::uint8_t { text, row_insertion, row_removal, row_move, acknowledgement, figures, caption, aside };
  Kind kind;
  std::uint32_t subject;  // text: the slot; insertion, removal: the row; move: the table
  std::size_t from = 0;   // insertion, removal: the index; move: from where
  std::size_t to = 0;     // move
  // The text the cell does not hold now: before the change while it is done, after it while it is undone. Applying swaps
  // the two, so a burst of typing stores one text, not one a key.
  std::string other;
  // Acknowledgement: the list that does not hold now, in the same way, and whose finding it is.
  std::vector<Acknowledgement> kept;
  FindingId finding{};
  // Figures: the list that is not the one now (the pictures stay where they are). Caption: `other`, of the figure of that id.
  std::vector<Figure> figures{};
  std::string figure{};
  std::vector<Kept> aside{};  // the list that is not the one now
};

struct Step {
  std::string label;
  std::vector<Change> changes;
};

// Keeps the last 1,000 steps, at most 16 MB of text.
class History {
 public:
  // Whether typing in this cell goes on within the open step: then nothing need be added.
  [[nodiscard]] bool joins(Slot slot) const;
  [[nodiscard]] bool joins_caption(std::string_view figure) const;
  // Adds to the open group, else makes a step with `label`. What was undone can no longer be redone.
  void add(Change change, std::string label);
  void begin(std::string label);  // groups all until end(); nestable, the outermost label counts
  void end();
  void close() { open_ = depth_ > 0; }  // the next change starts a new step
  void clear();

  [[nodiscard]] const Step* undo_step() const { return done_.empty() ? nullptr : &done_[done_.size() - 1]; }
  [[nodiscard]] const Step* redo_step() const { return undone_.empty() ? nullptr : &undone_[undone_.size() - 1]; }
  // Moves the step over and returns it; call only when there is one. Whoever calls applies it.
  Step& take_undo();
  Step& take_redo();
  [[nodiscard]] bool grouping() const { return depth_ > 0; }
  [[nodiscard]] const cel::Pool<Step>& done() const { return done_; }      // the oldest first
  [[nodiscard]] const cel::Pool<Step>& undone() const { return undone_; }  // the one to be redone next last

 private:
  const Change* last() const;  // of the open step
  void trim();

  cel::Pool<Step> done_, undone_;
  std::string group_label_;
  std::size_t bytes_ = 0;
  int depth_ = 0;
  bool open_ = false;
};

}  // namespace formcheck::form
