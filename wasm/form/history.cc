#include "form/history.h"

#include <algorithm>

namespace formcheck::form {
namespace {

constexpr std::size_t kMaxSteps = 1000;
constexpr std::size_t kMaxBytes = 16u << 20;

std::size_t size_of(const std::vector<Kept>& list) {
  std::size_t bytes = 0;
  for (const Kept& kept : list) bytes += sizeof(Kept) + kept.at.size() + kept.value.size();
  return bytes;
}

std::size_t size_of(const Change& change) {
  return 64 + change.other.size() + change.kept.size() * sizeof(Acknowledgement) + change.figures.size() * 2 * sizeof(Figure) + size_of(change.aside);
}

std::size_t size_of(const Step& step) {
  std::size_t bytes = 64;
  for (const Change& c : step.changes) bytes += size_of(c);
  return bytes;
}

}  // namespace

const Change* History::last() const {
  if (!open_ || !undone_.empty() || done_.empty() || done_[done_.size() - 1].changes.empty()) return nullptr;
  return &done_[done_.size() - 1].changes.back();
}

bool History::joins(Slot slot) const {
  const Change* change = last();
  return change != nullptr && change->kind == Change::Kind::text && change->subject == slot;
}

bool History::joins_caption(std::string_view figure) const {
  const Change* change = last();
  return change != nullptr && change->kind == Change::Kind::caption && change->figure == figure;
}

void History::add(Change change, std::string label) {
  for (const Step& step : undone_) bytes_ -= std::min(bytes_, size_of(step));
  undone_.clear();
  if (open_ && depth_ > 0) {
    bytes_ += size_of(change);
    done_.back().changes.push_back(std::move(change));
    return;
  }
  Step& step = done_.add();
  step.label = depth_ > 0 ? group_label_ : std::move(label);
  step.changes.push_back(std::move(change));
  bytes_ += size_of(step);
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
  undone_.take_back(done_);
  return undone_.back();
}

Step& History::take_redo() {
  open_ = false;
  done_.take_back(undone_);
  return done_.back();
}

void History::trim() {
  std::size_t drop = 0;
  while (done_.size() - drop > 1 && (done_.size() - drop > kMaxSteps || bytes_ > kMaxBytes)) bytes_ -= std::min(bytes_, size_of(done_[drop++]));
  done_.drop_front(drop);
}

}  // namespace formcheck::form
