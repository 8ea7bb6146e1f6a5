// How much two texts share at their ends, eight bytes at a time (the C library of WebAssembly compares
// singly).
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace formcheck::text {

// Bytes at which both begin alike. O(shorter length).
[[nodiscard]] inline std::size_t common_prefix(std::string_view a, std::string_view b) noexcept {
  const std::size_t limit = a.size() < b.size() ? a.size() : b.size();
  std::size_t n = 0;
  for (std::uint64_t x = 0, y = 0; n + 8 <= limit; n += 8) {
    std::memcpy(&x, a.data() + n, 8);
    std::memcpy(&y, b.data() + n, 8);
    if (x != y) break;
  }
  while (n < limit && a[n] == b[n]) ++n;
  return n;
}

// Bytes at which both end alike. O(shorter length).
[[nodiscard]] inline std::size_t common_suffix(std::string_view a, std::string_view b) noexcept {
  const std::size_t limit = a.size() < b.size() ? a.size() : b.size();
  std::size_t n = 0;
  for (std::uint64_t x = 0, y = 0; n + 8 <= limit; n += 8) {
    std::memcpy(&x, a.data() + a.size() - n - 8, 8);
    std::memcpy(&y, b.data() + b.size() - n - 8, 8);
    if (x != y) break;
  }
  while (n < limit && a[a.size() - 1 - n] == b[b.size() - 1 - n]) ++n;
  return n;
}

}  // namespace formcheck::text
