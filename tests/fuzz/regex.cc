// libFuzzer: a pattern and, after a line feed, a text to look in. Whatever compiles ends within its steps, and says the same with
// more of them.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cel/compile/regex_compile.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (formcheck::text::first_invalid(bytes)) return 0;  // rules and drafts are UTF-8 by then
  const std::size_t feed = bytes.find('\n');
  const std::string_view text = feed == std::string_view::npos ? bytes : bytes.substr(feed + 1);
  const auto pattern = formcheck::cel::compile_pattern(bytes.substr(0, feed));
  if (!pattern) {
    require(!pattern.error().empty());
    return 0;
  }
  require(pattern->size() <= 4000);
  std::int64_t few = 2000, many = 50'000'000;
  const auto soon = pattern->search(text, few);
  const auto late = pattern->search(text, many);
  require(few <= 2000 && late.has_value());
  if (soon) require(*soon == *late);
  // A match anywhere is also one with more text before it, unless the pattern asks where it stands.
  std::int64_t again = 50'000'000;
  require(pattern->search(text, again) == late && again == many);
  return 0;
}
