// String literals: one or three quotes, raw or with escapes.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace formcheck::cel {

struct StringLiteral {
  bool plain = true;                    // the body is the value as it stands
  std::size_t body = 0, body_size = 0;  // in the source
  std::string value;                    // when not plain
  std::size_t end = 0;                  // past the closing quote; where the fault is, if any
  const char* fault = nullptr;          // an error code
  std::size_t fault_size = 0;           // bytes of the bad escape
};

// Reads the literal whose first quote stands at `quote`. Linear.
[[nodiscard]] StringLiteral read_string(std::string_view source, std::size_t quote, bool raw);

}  // namespace formcheck::cel
