#include "archive/archive.h"

#include <algorithm>

#include "text/utf8.h"

namespace formcheck::archive {

void Writer::number(const std::uint32_t& n) {
  std::uint32_t rest = n;
  for (; rest >= 0x80; rest >>= 7) numbers_ += static_cast<char>(rest | 0x80);
  numbers_ += static_cast<char>(rest);
}

std::string Writer::take() {
  std::string body;
  body.swap(numbers_);
  const auto size = static_cast<std::uint32_t>(body.size());
  number(size);
  return numbers_ + body + texts_;
}

Reader::Reader(std::string_view bytes, std::string_view shared)
    : at_(bytes.data()), end_(bytes.data() + bytes.size()), shared_(shared) {
  const std::uint32_t size = count(0);
  texts_ = {at_ + size, static_cast<std::size_t>(end_ - at_) - size};
  end_ = at_ + size;
}

// An even number: twice the length of a text that follows. An odd one: a shared text; its distance follows,
// forwards or back.
void Writer::text(const std::string_view& s) {
  const auto size = static_cast<std::uint32_t>(s.size());
  const std::size_t found = find_shared(s);
  if (found == std::string_view::npos) {
    number(size * 2);
    texts_.append(s);
    return;
  }
  number(size * 2 + 1);
  number(static_cast<std::uint32_t>(found >= last_ ? (found - last_) * 2 : (last_ - found) * 2 - 1));
  last_ = found + size;
}

// Where it stands nearest to the last one; very short texts are not worth a distance.
std::size_t Writer::find_shared(std::string_view s) const {
  constexpr std::size_t kShort = 2;
  if (s.size() <= kShort) return std::string_view::npos;
  const bool json = s.front() == '[' || s.front() == '{';
  const std::string quoted = json ? std::string(s) : std::string("\"").append(s).append("\"");
  const std::size_t after = shared_.find(quoted, last_), before = shared_.rfind(quoted, last_);
  if (after == std::string_view::npos && before == std::string_view::npos) return after;
  const bool backwards =
      after == std::string_view::npos || (before != std::string_view::npos && last_ - before < after - last_);
  return (backwards ? before : after) + (json ? 0 : 1);
}

std::uint32_t Writer::count(std::size_t size) {
  const auto n = static_cast<std::uint32_t>(size);
  number(n);
  return n;
}

void Reader::number(std::uint32_t& n) {
  n = 0;
  for (int shift = 0; at_ != end_; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at_++);
    if (shift == 28 && byte > 0x0F) break;
    n |= std::uint32_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) return;
  }
  n = 0;
  fail();
}

std::uint32_t Reader::count(std::size_t) {
  std::uint32_t n = 0;
  number(n);
  if (n <= static_cast<std::size_t>(end_ - at_)) return n;
  fail();
  return 0;
}

void Reader::place(std::uint32_t& index, std::size_t size) {
  number(index);
  if (index < size) return;
  index = 0;
  fail();
}

void Reader::flag(bool& b) {
  std::uint32_t n = 0;
  place(n, 2);
  b = n != 0;
}

void Reader::text(std::string_view& s) {
  std::uint32_t size = 0, distance = 0;
  number(size);
  const bool shared = (size & 1) != 0;
  size >>= 1;
  if (shared) {
    number(distance);
    last_ += (distance & 1) == 0 ? distance >> 1 : 0 - ((distance >> 1) + 1);
    s = last_ <= shared_.size() ? shared_.substr(last_) : std::string_view();
    last_ += size;
  } else {
    s = texts_;
    texts_.remove_prefix(std::min<std::size_t>(size, s.size()));
  }
  if (s.size() >= size && !text::first_invalid(s = s.substr(0, size))) return;
  s = {};
  fail();
}

}  // namespace formcheck::archive
