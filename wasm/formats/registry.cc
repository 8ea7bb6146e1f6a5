#include "formats/format.h"

namespace formcheck::formats {

std::span<const Format> all() {
  static const Format formats[]{uscc(), mobile(), phone(), email(), date(), postcode()};
  return formats;
}

const Format* find(std::string_view name) noexcept {
  for (const Format& format : all()) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace formcheck::formats
