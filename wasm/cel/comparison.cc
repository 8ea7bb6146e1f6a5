// Order and equality.
#include "cel/operators.h"

namespace formcheck::cel {
namespace {

bool is_number(const Value& v) {
  return v.kind == Kind::integer || v.kind == Kind::real || v.kind == Kind::decimal;
}

// Numbers of different kinds. An int beside a double is compared as a double, as the published cases want it.
bool order_numbers(const Value& a, const Value& b, std::partial_ordering& out) {
  number::Decimal x, y;
  if (as_decimal(a, x) && as_decimal(b, y)) {
    out = number::Decimal::compare(x, y);
    return true;
  }
  if (a.kind == Kind::decimal || b.kind == Kind::decimal) return false;
  const double l = a.kind == Kind::real ? a.real : static_cast<double>(a.integer);
  const double r = b.kind == Kind::real ? b.real : static_cast<double>(b.integer);
  out = l <=> r;
  return true;
}

Failure equal_lists(Run& run, const Value& a, const Value& b, bool& out) {
  const std::size_t size = list_size(a);
  out = size == list_size(b);
  for (std::size_t i = 0; i < size && out; ++i) {
    if (!run.pay(1)) return run.exhausted();
    if (const Failure f = equal(run, list_at(a, i), list_at(b, i), out); f != Failure::none) return f;
  }
  return Failure::none;
}

Failure equal_maps(Run& run, const Value& a, const Value& b, bool& out) {
  out = a.map->entries.size() == b.map->entries.size();
  for (const auto& [key, value] : a.map->entries) {
    if (!out) break;
    if (!run.pay(1 + b.map->entries.size() / 16)) return run.exhausted();
    const Value* other = find_key(*b.map, key);
    if (other == nullptr) return out = false, Failure::none;
    if (const Failure f = equal(run, value, *other, out); f != Failure::none) return f;
  }
  return Failure::none;
}

}  // namespace

Failure order(Run& run, const Value& a, const Value& b, std::partial_ordering& out) {
  if (a.kind == Kind::decimal && b.kind == Kind::decimal)
    return out = number::Decimal::compare(a.decimal, b.decimal), Failure::none;
  if (is_number(a) && is_number(b)) return order_numbers(a, b, out) ? Failure::none : run.no_overload(a, b);
  if (a.kind != b.kind) return run.no_overload(a, b);
  if (a.kind == Kind::string) return out = a.string.compare(b.string) <=> 0, Failure::none;
  if (a.kind == Kind::boolean) return out = a.boolean <=> b.boolean, Failure::none;
  return run.no_overload(a, b);
}

Failure equal(Run& run, const Value& a, const Value& b, bool& out) {
  if (a.kind != b.kind) {
    out = false;
    if (!is_number(a) || !is_number(b)) return Failure::none;
    std::partial_ordering o = std::partial_ordering::unordered;
    if (!order_numbers(a, b, o)) return run.fail(Failure::no_such_overload, "a decimal beside a double");
    out = o == std::partial_ordering::equivalent;
    return Failure::none;
  }
  switch (a.kind) {
    case Kind::boolean:
      out = a.boolean == b.boolean;
      break;
    case Kind::integer:
      out = a.integer == b.integer;
      break;
    case Kind::real:
      out = a.real == b.real;
      break;
    case Kind::decimal:
      out = a.decimal == b.decimal;
      break;
    case Kind::string:
      out = a.string == b.string;
      break;
    case Kind::list:
      return equal_lists(run, a, b, out);
    case Kind::map:
      return equal_maps(run, a, b, out);
    case Kind::object:
      out = a.object.host == b.object.host;
      break;
    default:
      out = true;
  }
  return Failure::none;
}

std::size_t list_size(const Value& list) {
  return list.list_form == Value::List::span ? list.span.size : list.host_list->size();
}

Value list_at(const Value& list, std::size_t i) {
  return list.list_form == Value::List::span ? list.span.data[i] : list.host_list->at(i);
}

bool is_key(const Value& key) {
  return key.kind == Kind::string || key.kind == Kind::integer || key.kind == Kind::boolean;
}

const Value* find_key(const MapEntries& map, const Value& key) {
  for (const auto& [k, value] : map.entries) {
    bool same = false;
    if (key.kind == k.kind) {
      same = key.kind == Kind::string    ? key.string == k.string
             : key.kind == Kind::integer ? key.integer == k.integer
                                         : key.boolean == k.boolean;
    } else if (is_number(key) && k.kind == Kind::integer) {
      std::partial_ordering o = std::partial_ordering::unordered;
      same = order_numbers(key, k, o) && o == std::partial_ordering::equivalent;
    }
    if (same) return &value;
  }
  return nullptr;
}

}  // namespace formcheck::cel
