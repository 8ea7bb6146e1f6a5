#include "form/history.h"

#include <algorithm>

namespace formcheck::form {
namespace {

constexpr std::size_t kMaxSteps = 1000;
constexpr std::size_t kMaxBytes = 16u << 20;

std::size_t size_of(const Change& change) {
  const auto* text = std::get_if<TextChange>(&change);
  return 64 + (text ? text->other.size() : 0);
}

std::size_t size_of(const Step& step) {
  std::size_t bytes = 64;
  for (const Change& c : step.changes) bytes += size_of(c);
  return bytes;
}

}  // namespace

bool History::joins(Slot slot) const {
  if (!open_ || !undone_.empty() || done_.empty() || done_.back().changes.empty()) return false;
  const auto* last = std::get_if<TextChange>(&done_.back().changes.back());
  return last != nullptr && last->slot == slot;
}

void History::add(Change change, std::string label) {
  for (const Step& step : undone_) bytes_ -= std::min(bytes_, size_of(step));
  undone_.clear();
  if (open_ && depth_ > 0) {
    bytes_ += size_of(change);
    done_.back().changes.push_back(std::move(change));
    return;
  }
  Step step;
  step.label = depth_ > 0 ? group_label_ : std::move(label);
  step.changes.push_back(std::move(change));
  bytes_ += size_of(step);
  done_.push_back(std::move(step));
  open_ = true;
  trim();
}

void History::begin(std::string label) {
  if (depth_++ > 0) return;
  group_label_ = std::move(label);
  open_ = false;
}

void History::end() {
  if (depth_ > 0 && --depth_ == 0) open_ = false;
}

void History::clear() {
  done_.clear();
  undone_.clear();
  bytes_ = 0;
  depth_ = 0;
  open_ = false;
}

Step& History::take_undo() {
  open_ = false;
  undone_.push_back(std::move(done_.back()));
  done_.pop_back();
  return undone_.back();
}

Step& History::take_redo() {
  open_ = false;
  done_.push_back(std::move(undone_.back()));
  undone_.pop_back();
  return done_.back();
}

void History::trim() {
  std::size_t drop = 0;
  while (done_.size() - drop > 1 && (done_.size() - drop > kMaxSteps || bytes_ > kMaxBytes)) bytes_ -= std::min(bytes_, size_of(done_[drop++]));
  if (drop > 0) done_.erase(done_.begin(), done_.begin() + static_cast<std::ptrdiff_t>(drop));
}

}  // namespace formcheck::form
