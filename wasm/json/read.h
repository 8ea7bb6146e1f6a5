// Reading JSON from outside with limits: size, depth, keys. RFC 8259 to the letter, and what that leaves open
// is told: keys given twice, lone surrogates, digits as written. Knows neither drafts nor definitions.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/value.h"

namespace formcheck::json {

struct Limits {
  std::size_t bytes = 20u << 20;  // 20 MB
  std::size_t depth = 32;
  std::size_t keys = 4096;  // in one object: finding a key is linear
};

enum class Fault : unsigned char { none, too_large, not_utf8, empty, syntax, too_deep, too_many_keys };

struct Document {
  Value root;
  Fault fault = Fault::none;
  std::size_t offset = 0;            // byte of the fault, 0-based, in the text as given
  std::size_t line = 0, column = 0;  // 1-based, column in code points
  std::vector<std::pair<std::string, Value>>
      duplicates;  // keys that came again: pointer, and the value that gave way to the last
  std::vector<std::string> lone_surrogates;  // pointers of texts in which a lone \uD800–\uDFFF became U+FFFD

  // What the values stand in.
  std::unique_ptr<char[]> characters;
  std::vector<std::unique_ptr<Value[]>> values;
};

// Never aborts, whatever the bytes. A leading byte order mark is skipped. Linear.
[[nodiscard]] Document read(std::string_view bytes, const Limits& limits = {});

}  // namespace formcheck::json
