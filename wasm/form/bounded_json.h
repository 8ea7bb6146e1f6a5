// Reading JSON from outside with limits: size, depth, duplicate keys. Knows neither drafts nor definitions.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "form/json.h"

namespace formcheck::form {

struct JsonLimits {
  std::size_t bytes = 20u << 20;  // 20 MB
  std::size_t depth = 32;
  std::size_t keys = 4096;  // in one object: finding a key is linear
};

struct BoundedJson {
  enum class Fault : unsigned char { none, too_large, not_utf8, empty, syntax, too_deep, too_many_keys };

  Json value;
  Fault fault = Fault::none;
  std::size_t offset = 0;                    // byte of the fault, 0-based, in the text as given
  std::size_t line = 0, column = 0;          // 1-based, column in code points
  std::vector<std::pair<std::string, Json>> duplicates;  // keys that came again: pointer, and the value that gave way to the last
  std::vector<std::string> lone_surrogates;  // pointers of texts in which a lone \uD800–\uDFFF became U+FFFD
  std::unordered_map<std::string, std::string> numbers;  // pointer → digits as written, for the first 10,000 numbers with a fraction
};

// Never aborts, whatever the bytes. A leading byte order mark is skipped. Linear.
[[nodiscard]] BoundedJson read_json(std::string_view bytes, const JsonLimits& limits = {});

// RFC 6901: `parent` + "/" + escaped `key`.
[[nodiscard]] std::string pointer_to(std::string_view parent, std::string_view key);

}  // namespace formcheck::form
