// The head of an image (image.h).
#pragma once
#include <cstdint>
#include <string_view>

#include "form/image/image.h"

namespace formcheck::form {

inline constexpr std::string_view kMagic = "FORMCHKI";
inline constexpr std::uint32_t kLayout = 1;

struct Checksum {
  std::uint32_t low, high;
};

// FNV-1a over 64 bits.
[[nodiscard]] inline Checksum checksum(std::string_view body, std::string_view view) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const std::string_view part : {body, view}) {
    for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  return {static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(hash >> 32)};
}

}  // namespace formcheck::form
