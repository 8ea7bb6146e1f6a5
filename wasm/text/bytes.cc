#include "text/bytes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace formcheck::text {
namespace {

static_assert(std::endian::native == std::endian::little);

std::uint64_t load(const char* p) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, p, sizeof word);
  return word;
}

// 32 bytes at once: all are read before any is written, so the two places may overlap.
using Block = std::array<std::uint64_t, 4>;
constexpr std::size_t kBlock = sizeof(Block);

void copy_block(char* to, const char* from) noexcept {
  const Block block{load(from), load(from + 8), load(from + 16), load(from + 24)};
  std::memcpy(to, block.data(), 8);
  std::memcpy(to + 8, block.data() + 1, 8);
  std::memcpy(to + 16, block.data() + 2, 8);
  std::memcpy(to + 24, block.data() + 3, 8);
}

void move_down(char* to, const char* from, std::size_t n) noexcept {
  for (; n >= kBlock; n -= kBlock, to += kBlock, from += kBlock) copy_block(to, from);
  for (; n != 0; --n) *to++ = *from++;
}

void move_up(char* to, const char* from, std::size_t n) noexcept {
  for (; n >= kBlock; n -= kBlock) copy_block(to + n - kBlock, from + n - kBlock);
  for (; n != 0; --n) to[n - 1] = from[n - 1];
}

bool equal_blocks(const char* a, const char* b) noexcept {
  return ((load(a) ^ load(b)) | (load(a + 8) ^ load(b + 8)) | (load(a + 16) ^ load(b + 16)) |
          (load(a + 24) ^ load(b + 24))) == 0;
}

}  // namespace

std::size_t common_prefix(std::string_view a, std::string_view b) noexcept {
  const std::size_t limit = std::min(a.size(), b.size());
  std::size_t n = 0;
  while (n + kBlock <= limit && equal_blocks(a.data() + n, b.data() + n)) n += kBlock;
  while (n < limit && a[n] == b[n]) ++n;
  return n;
}

std::size_t common_suffix(std::string_view a, std::string_view b) noexcept {
  const std::size_t limit = std::min(a.size(), b.size());
  const char* const a_end = a.data() + a.size();
  const char* const b_end = b.data() + b.size();
  std::size_t n = 0;
  while (n + kBlock <= limit && equal_blocks(a_end - n - kBlock, b_end - n - kBlock)) n += kBlock;
  while (n < limit &&
         a_end[-1 - static_cast<std::ptrdiff_t>(n)] == b_end[-1 - static_cast<std::ptrdiff_t>(n)])
    ++n;
  return n;
}

std::size_t line_length(std::string_view s) noexcept {
  constexpr std::uint64_t kOnes = 0x0101010101010101U, kHigh = 0x8080808080808080U, kFeeds = kOnes * '\n';
  const auto has_feed = [](const char* p) {
    const std::uint64_t x = load(p) ^ kFeeds;  // a zero byte where a line feed was
    return (x - kOnes) & ~x & kHigh;
  };
  std::size_t n = 0;
  while (n + 16 <= s.size() && (has_feed(s.data() + n) | has_feed(s.data() + n + 8)) == 0) n += 16;
  while (n < s.size() && s[n] != '\n') ++n;
  return n == s.size() ? n : n + 1;
}

void replace_bytes(std::string& s, std::size_t at, std::size_t removed, std::string_view inserted) {
  const std::size_t behind = s.size() - at - removed;
  if (inserted.size() > removed) {
    s.resize(s.size() + (inserted.size() - removed));
    move_up(s.data() + at + inserted.size(), s.data() + at + removed, behind);
  } else if (inserted.size() < removed) {
    move_down(s.data() + at + inserted.size(), s.data() + at + removed, behind);
    s.resize(s.size() - (removed - inserted.size()));
  }
  std::copy(inserted.begin(), inserted.end(), s.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace formcheck::text
