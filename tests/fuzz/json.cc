// libFuzzer: any bytes through the JSON reader alone, under narrow and wide limits. What it took is written and read again, and
// no view points outside what the document owns.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "json/read.h"
#include "json/write.h"
#include "text/utf8.h"

namespace {

using namespace formcheck::json;  // NOLINT: the whole target is about it

void require(bool holds) {
  if (!holds) std::abort();
}

// How many values there are; every text is looked at.
std::size_t walk(const Value& value, std::size_t depth, const Limits& limits) {
  require(depth <= limits.depth);
  require(!formcheck::text::first_invalid(value.text) && !formcheck::text::first_invalid(value.key));
  std::size_t all = 1, children = 0;
  for (const Value& child : value) {
    ++children;
    all += walk(child, depth + 1, limits);
    if (value.is_object()) require(value.find(child.key) != nullptr);
  }
  require(children == value.size || !(value.is_array() || value.is_object()));
  require(!value.is_object() || children <= limits.keys);
  (void)value.whole();
  return all;
}

void read_under(std::string_view bytes, const Limits& limits) {
  const Document once = read(bytes, limits);
  if (once.fault != Fault::none) {
    require(once.offset <= bytes.size());
    return;
  }
  const std::size_t values = walk(once.root, 0, limits);
  Writer out;
  out.value(once.root);
  const Document again = read(out.str());
  require(again.fault == Fault::none && again.duplicates.empty() && again.lone_surrogates.empty());
  require(walk(again.root, 0, Limits{}) == values);
  Writer second;
  second.value(again.root);
  require(second.str() == out.str());
  const Document laid_out = read(indented(out.str()));
  require(laid_out.fault == Fault::none);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_under(bytes, Limits{});
  read_under(bytes, Limits{64, 3, 2});
  (void)indented(bytes.substr(0, 1024));  // deep nesting is wide: its square
  return 0;
}
