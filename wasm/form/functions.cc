#include "form/functions.h"

#include <vector>

#include "form/order.h"
#include "formats/date.h"
#include "text/count.h"
#include "text/names.h"
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

std::string_view text_at(const Value& list, std::size_t i) {
  const Value text = cel::list_at(list, i);
  return text.kind == Kind::string ? text.string : std::string_view();
}

Value name_in(const Value* a, Arena&) {
  bool found = false;
  for (std::size_t i = cel::list_size(a[1]); i-- > 0 && !found;) found = text::same_name(a[0].string, text_at(a[1], i));
  return Value::of(found);
}

// Sorted by a hash; only names of one hash are compared.
Value repeated_at(const Value* a, Arena&) {
  std::vector<Ranked> order;
  for (std::uint32_t i = 0; i < cel::list_size(a[0]); ++i) order.push_back({text::name_hash(text_at(a[0], i)), i});
  sort(order);
  std::int64_t first = -1;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (first >= 0 && order[i].item >= first) continue;
    for (std::size_t before = i; before-- > 0 && order[before].rank == order[i].rank;) {
      if (!text::same_name(text_at(a[0], order[before].item), text_at(a[0], order[i].item))) continue;
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
    {"nameIn", "sS", 'b', name_in},
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
