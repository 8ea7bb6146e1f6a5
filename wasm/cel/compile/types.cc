#include "cel/compile/types.h"

namespace formcheck::cel {
namespace {

bool is(const Type& t, Kind k) { return t.kind == k; }
bool pair_of(const Type& a, const Type& b, Kind x, Kind y) {
  return (is(a, x) && is(b, y)) || (is(a, y) && is(b, x));
}

}  // namespace

Type element_of(const Type& t) { return t.element ? *t.element : Type::of(Kind::dyn); }
Type key_of(const Type& t) { return t.key ? *t.key : Type::of(Kind::dyn); }

std::string type_text(const Type& t) {
  switch (t.kind) {
    case Kind::dyn:
      return "dyn";
    case Kind::null:
      return "null";
    case Kind::boolean:
      return "bool";
    case Kind::integer:
      return "int";
    case Kind::real:
      return "double";
    case Kind::decimal:
      return "decimal";
    case Kind::string:
      return "string";
    case Kind::list:
      return "list(" + type_text(element_of(t)) + ")";
    case Kind::map:
      return "map(" + type_text(key_of(t)) + ", " + type_text(element_of(t)) + ")";
    case Kind::object:
      return std::string(t.object != nullptr ? t.object->name : "object");
  }
  return {};
}

std::optional<Type> join(const Type& a, const Type& b) {
  if (is(a, Kind::dyn) || is(b, Kind::dyn)) return Type::of(Kind::dyn);
  if (is(a, Kind::null)) return b;
  if (is(b, Kind::null)) return a;
  if (pair_of(a, b, Kind::integer, Kind::decimal)) return Type::of(Kind::decimal);
  if (a.kind != b.kind || a.object != b.object) return std::nullopt;
  if (!is(a, Kind::list) && !is(a, Kind::map)) return a;
  const auto element = join(element_of(a), element_of(b));
  const auto key = join(key_of(a), key_of(b));
  if (!element || !key) return std::nullopt;
  return is(a, Kind::list) ? Type::list_of(*element) : Type::map_of(*key, *element);
}

bool assignable(const Type& from, const Type& to) {
  if (is(from, Kind::dyn) || is(to, Kind::dyn)) return true;
  if (is(from, Kind::integer) && is(to, Kind::decimal)) return true;
  if (from.kind != to.kind || from.object != to.object) return false;
  return !(is(from, Kind::list) || is(from, Kind::map)) ||
         (assignable(element_of(from), element_of(to)) && assignable(key_of(from), key_of(to)));
}

bool comparable(const Type& a, const Type& b) {
  const Type* other = is(a, Kind::null) ? &b : is(b, Kind::null) ? &a : nullptr;
  if (other != nullptr) return is(*other, Kind::null) || is(*other, Kind::dyn) || is(*other, Kind::decimal);
  return join(a, b).has_value();
}

bool ordered(const Type& a, const Type& b) {
  const auto has_order = [](const Type& t) {
    return is(t, Kind::dyn) || is(t, Kind::boolean) || is(t, Kind::integer) || is(t, Kind::real) ||
           is(t, Kind::decimal) || is(t, Kind::string);
  };
  if (!has_order(a) || !has_order(b)) return false;
  return a.kind == b.kind || is(a, Kind::dyn) || is(b, Kind::dyn) ||
         pair_of(a, b, Kind::integer, Kind::decimal) || pair_of(a, b, Kind::integer, Kind::real);
}

}  // namespace formcheck::cel
