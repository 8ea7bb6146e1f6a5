#include "form/functions.h"

#include <algorithm>
#include <vector>

#include "formats/date.h"
#include "text/count.h"
#include "text/normalize.h"

namespace formcheck::form {
namespace {

using cel::Arena;
using cel::Kind;
using cel::Type;
using cel::Value;

Value words(const Value* a, Arena&) { return Value::of(static_cast<std::int64_t>(text::count(a[0].string).words)); }
Value code_points(const Value* a, Arena&) { return Value::of(static_cast<std::int64_t>(text::count(a[0].string).code_points)); }
Value is_blank(const Value* a, Arena&) { return Value::of(text::is_blank(a[0].string)); }

Value normal_name(const Value* a, Arena& arena) {
  std::string& out = arena.new_string();
  out = text::normal_name(a[0].string);
  return Value::of(std::string_view(out));
}

Value same_name(const Value* a, Arena&) { return Value::of(text::normal_name(a[0].string) == text::normal_name(a[1].string)); }

Value contains_name(const Value* a, Arena&) {
  return Value::of(text::normal_name(a[0].string).find(text::normal_name(a[1].string)) != std::string::npos);
}

Value starts_with_name(const Value* a, Arena&) { return Value::of(text::normal_name(a[0].string).rfind(text::normal_name(a[1].string), 0) == 0); }

Value repeated_at(const Value* a, Arena&) {
  std::vector<std::pair<std::string_view, std::size_t>> texts;
  const bool host = a[0].list_form == Value::List::host;
  const std::size_t size = host ? a[0].host_list->size() : a[0].span.size;
  for (std::size_t i = 0; i < size; ++i) texts.emplace_back(host ? a[0].host_list->at(i).string : a[0].span.data[i].string, i);
  std::sort(texts.begin(), texts.end());
  std::size_t first = size;
  for (std::size_t i = 1; i < size; ++i) {
    if (texts[i].first == texts[i - 1].first) first = std::min(first, texts[i].second);
  }
  return Value::of(first == size ? std::int64_t{-1} : static_cast<std::int64_t>(first));
}

Value iso_date(const Value* a, Arena& arena) {
  std::string& out = arena.new_string();
  if (auto date = formats::normal_date(a[0].string)) out = *std::move(date);
  return Value::of(std::string_view(out));
}

}  // namespace

void add_functions(cel::Environment& env) {
  const Type s = Type::of(Kind::string), i = Type::of(Kind::integer), b = Type::of(Kind::boolean);
  env.add({"words", false, {s}, i, words});
  env.add({"codePoints", false, {s}, i, code_points});
  env.add({"normalName", false, {s}, s, normal_name});
  env.add({"sameName", false, {s, s}, b, same_name});
  env.add({"containsName", false, {s, s}, b, contains_name});
  env.add({"startsWithName", false, {s, s}, b, starts_with_name});
  env.add({"isBlank", false, {s}, b, is_blank});
  env.add({"repeatedAt", false, {Type::list_of(s)}, i, repeated_at});
  env.add({"isoDate", false, {s}, s, iso_date});
}

}  // namespace formcheck::form
