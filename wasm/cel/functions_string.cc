#include <string.h>  // memmem

#include "cel/functions.h"
#include "cel/operators.h"

namespace formcheck::cel {
namespace {

std::int64_t code_points(std::string_view s) {
  std::int64_t n = 0;
  for (const char c : s) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

bool both_strings(const Value* a) { return a[0].kind == Kind::string && a[1].kind == Kind::string; }

}  // namespace

Failure fn_size(Run& run, const Value* a, Value& out) {
  switch (a->kind) {
    case Kind::string:
      if (!run.pay(a->string.size() / kBytesPerStep)) return run.exhausted();
      out = Value::of(code_points(a->string));
      return Failure::none;
    case Kind::list:
      out = Value::of(static_cast<std::int64_t>(list_size(*a)));
      return Failure::none;
    case Kind::map:
      out = Value::of(static_cast<std::int64_t>(a->map->entries.size()));
      return Failure::none;
    default:
      return run.no_overload(*a);
  }
}

Failure fn_contains(Run& run, const Value* a, Value& out) {
  if (!both_strings(a)) return run.no_overload(a[0], a[1]);
  if (!run.pay((a[0].string.size() + a[1].string.size()) / kBytesPerStep)) return run.exhausted();
  // Linear in both C libraries; std::string_view::find is not.
  out = Value::of(a[1].string.empty() || (!a[0].string.empty() && memmem(a[0].string.data(), a[0].string.size(), a[1].string.data(),
                                                a[1].string.size()) != nullptr));
  return Failure::none;
}

Failure fn_starts_with(Run& run, const Value* a, Value& out) {
  if (!both_strings(a)) return run.no_overload(a[0], a[1]);
  out = Value::of(a[0].string.substr(0, a[1].string.size()) == a[1].string);
  return Failure::none;
}

Failure fn_ends_with(Run& run, const Value* a, Value& out) {
  if (!both_strings(a)) return run.no_overload(a[0], a[1]);
  const std::size_t size = a[1].string.size();
  out = Value::of(size <= a[0].string.size() && a[0].string.substr(a[0].string.size() - size) == a[1].string);
  return Failure::none;
}

}  // namespace formcheck::cel
