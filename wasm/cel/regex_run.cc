#include <string.h>  // memmem

#include <algorithm>

#include "cel/regex.h"
#include "text/classes.h"
#include "text/utf8.h"

namespace formcheck::cel {
namespace {

bool is_word(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

constexpr char32_t kNothing = 0xFFFFFFFF;  // before the start and past the end

// Which instructions are on a list: constant-time insert, test and clear (Briggs and Torczon).
struct Sparse {
  std::uint32_t* dense;
  std::uint32_t* where;
  std::uint32_t size = 0;

  bool insert(std::uint32_t i) {
    if (where[i] < size && dense[where[i]] == i) return false;
    where[i] = size;
    dense[size++] = i;
    return true;
  }
};

}  // namespace

// Simulates all ways through the pattern at once, one code point at a time.
class PatternRun {
 public:
  PatternRun(const Pattern& pattern, std::string_view text, std::int64_t& steps)
      : p_(pattern), text_(text), steps_(steps) {
    const std::size_t n = pattern.code_.size();
    std::uint32_t* memory = fixed_;
    if (n * 6 + 1 > std::size(fixed_)) large_.resize(n * 6 + 1), memory = large_.data();
    std::fill_n(memory, n * 4, 0);
    now_ = {memory, memory + n}, next_ = {memory + 2 * n, memory + 3 * n};
    stack_ = memory + 4 * n;  // every state entered leads to two more at most
  }

  std::optional<bool> run() {
    const char* at = text_.data();
    const char* following = at;
    char32_t before = kNothing, c = read(following);
    for (;;) {
      if (now_.size == 0 && !p_.anchored_) {
        const char* hit = p_.prefix_.empty() ? find_lead(at) : find_prefix(at);
        if (hit == nullptr) return false;
        if (hit != at) at = following = hit, before = last_before(hit), c = read(following);
      }
      if (!p_.anchored_ || at == text_.data()) follow(0, before, c, now_);
      if (matched_) return true;
      if (c == kNothing || (p_.anchored_ && now_.size == 0)) return false;
      at = following;
      const char32_t after = read(following);
      step(c, after);
      if (matched_) return true;
      steps_ -= visits_ / 8, visits_ %= 8;
      if (steps_ < 0) return std::nullopt;
      before = c, c = after;
    }
  }

 private:
  char32_t read(const char*& at) const {
    const char* const end = text_.data() + text_.size();
    return at == end ? kNothing : text::decode(at, end);
  }

  const char* find_prefix(const char* at) {
    const auto rest = static_cast<std::size_t>(text_.data() + text_.size() - at);
    steps_ -= static_cast<std::int64_t>(rest / 512);
    return rest == 0 ? nullptr
                     : static_cast<const char*>(memmem(at, rest, p_.prefix_.data(), p_.prefix_.size()));
  }

  // A byte inside a character is never taken for its first: those have values of their own. The end may match
  // too.
  const char* find_lead(const char* at) {
    const char* const end = text_.data() + text_.size();
    const char* hit = at;
    while (hit != end && !p_.lead_.contains(*hit)) ++hit;
    steps_ -= (hit - at) / 64;
    return hit;
  }

  char32_t last_before(const char* at) const {
    const char* start = at - 1;
    while (start > text_.data() && (static_cast<unsigned char>(*start) & 0xC0) == 0x80) --start;
    return text::decode(start, at);
  }

  // Moves every state over `c`.
  void step(char32_t c, char32_t after) {
    next_.size = 0;
    for (std::uint32_t i = 0; i < now_.size && !matched_; ++i) {
      const std::uint32_t id = now_.dense[i];
      const Pattern::Instruction& in = p_.code_[id];
      const bool taken = in.what == Pattern::Do::character ? in.a == c
                         : in.what == Pattern::Do::set     ? p_.sets_[in.a].contains(c)
                                                           : false;
      if (taken) follow(id + 1, c, after, next_);
    }
    visits_ += now_.size;
    std::swap(now_, next_);
  }

  // Adds `start` and all it leads to without a character, between `before` and `after`. The same state is
  // reached at one position only once, so what a state's assertions see is the same however it is reached.
  void follow(std::uint32_t start, char32_t before, char32_t after, Sparse& list) {
    std::uint32_t depth = 0;
    stack_[depth++] = start;
    while (depth > 0) {
      const std::uint32_t id = stack_[--depth];
      if (!list.insert(id)) continue;
      ++visits_;
      const Pattern::Instruction& in = p_.code_[id];
      switch (in.what) {
        case Pattern::Do::match:
          matched_ = true;
          return;
        case Pattern::Do::jump:
          stack_[depth++] = in.a;
          break;
        case Pattern::Do::split:
          stack_[depth++] = in.b, stack_[depth++] = in.a;
          break;
        case Pattern::Do::character:
        case Pattern::Do::set:
          break;
        default:
          if (holds(in.what, before, after)) stack_[depth++] = id + 1;
      }
    }
  }

  static bool holds(Pattern::Do what, char32_t before, char32_t after) {
    switch (what) {
      case Pattern::Do::text_start:
        return before == kNothing;
      case Pattern::Do::text_end:
        return after == kNothing;
      case Pattern::Do::line_start:
        return before == kNothing || before == '\n';
      case Pattern::Do::line_end:
        return after == kNothing || after == '\n';
      default:
        return (is_word(before) != is_word(after)) == (what == Pattern::Do::word);
    }
  }

  const Pattern& p_;
  std::string_view text_;
  std::int64_t& steps_;
  std::uint32_t fixed_[1024];  // as much as is used is cleared
  std::vector<std::uint32_t> large_;
  Sparse now_, next_;
  std::uint32_t* stack_ = nullptr;
  std::int64_t visits_ = 0;
  bool matched_ = false;
};

bool CharSet::contains(char32_t c) const noexcept {
  bool in = false;
  for (const Range& r : ranges) {
    if (c < r.first) break;
    if (c <= r.last) in = true;
  }
  if (!in && (han || not_han)) in = text::is_han(c) ? han : not_han;
  return in != negated;
}

std::optional<bool> Pattern::search(std::string_view text, std::int64_t& steps) const {
  if (only_prefix_) {
    steps -= static_cast<std::int64_t>(text.size() / 512);
    if (steps < 0) return std::nullopt;
    return prefix_.empty() ||
           (!text.empty() && memmem(text.data(), text.size(), prefix_.data(), prefix_.size()) != nullptr);
  }
  return PatternRun(*this, text, steps).run();
}

}  // namespace formcheck::cel
