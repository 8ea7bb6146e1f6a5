#include "form/functions.h"

#include <vector>

#include "form/order.h"
#include "formats/date.h"
#include "text/count.h"
#include "text/normalize.h"

namespace formcheck::form {
namespace {

using cel::Arena;
using cel::Kind;
using cel::Value;

Value words(const Value* a, Arena&) { return Value::of(static_cast<std::int64_t>(text::count(a[0].string).words)); }
Value code_points(const Value* a, Arena&) { return Value::of(static_cast<std::int64_t>(text::count(a[0].string).code_points)); }
Value is_blank(const Value* a, Arena&) { return Value::of(text::is_blank(a[0].string)); }

Value normal_name(const Value* a, Arena& arena) {
  if (text::is_normal_name(a[0].string)) return a[0];
  std::string& out = arena.new_string();
  out = text::normal_name(a[0].string);
  return Value::of(std::string_view(out));
}

Value same_name(const Value* a, Arena&) { return Value::of(text::same_name(a[0].string, a[1].string)); }
Value contains_name(const Value* a, Arena&) { return Value::of(text::contains_name(a[0].string, a[1].string)); }
Value starts_with_name(const Value* a, Arena&) { return Value::of(text::starts_with_name(a[0].string, a[1].string)); }

// Sorted by a hash; only texts of one hash are compared.
Value repeated_at(const Value* a, Arena&) {
  std::vector<std::string_view> texts;
  std::vector<Ranked> order;
  const bool host = a[0].list_form == Value::List::host;
  const auto size = static_cast<std::uint32_t>(host ? a[0].host_list->size() : a[0].span.size);
  for (std::uint32_t i = 0; i < size; ++i) {
    const Value text = host ? a[0].host_list->at(i) : a[0].span.data[i];
    texts.push_back(text.kind == Kind::string ? text.string : std::string_view());
    std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
    for (const char c : texts.back()) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    order.push_back({hash, i});
  }
  sort(order);
  std::int64_t first = -1;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (first >= 0 && order[i].item >= first) continue;
    for (std::size_t before = i; before-- > 0 && order[before].rank == order[i].rank;) {
      if (texts[order[before].item] != texts[order[i].item]) continue;
      first = order[i].item;
      break;
    }
  }
  return Value::of(first);
}

Value iso_date(const Value* a, Arena& arena) {
  std::string& out = arena.new_string();
  if (auto date = formats::normal_date(a[0].string)) out = *std::move(date);
  return Value::of(std::string_view(out));
}

constexpr Function kFunctions[] = {
    {"words", "s", 'i', words},
    {"codePoints", "s", 'i', code_points},
    {"normalName", "s", 's', normal_name},
    {"sameName", "ss", 'b', same_name},
    {"containsName", "ss", 'b', contains_name},
    {"startsWithName", "ss", 'b', starts_with_name},
    {"isBlank", "s", 'b', is_blank},
    {"repeatedAt", "S", 'i', repeated_at},
    {"isoDate", "s", 's', iso_date},
};

}  // namespace

cel::Callable Function::callable() const {
  cel::Callable out;
  out.call = call;
  for (const char letter : arguments) {
    out.parameters[out.count++].kind = letter == 'b' ? Kind::boolean : letter == 'i' ? Kind::integer : letter == 'S' ? Kind::list : Kind::string;
  }
  return out;
}

std::span<const Function> functions() { return kFunctions; }

}  // namespace formcheck::form
