// Run-time values. Small and trivially copyable: strings, lists and maps are views whose storage belongs to
// the program, the host or the run's Arena.
#pragma once
#include <cstdint>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cel/pool.h"
#include "cel/type.h"
#include "number/decimal.h"

namespace formcheck::cel {

class HostObject;
class HostList;
struct MapEntries;  // insertion-ordered key/value pairs, in the Arena

struct Value {
  Kind kind = Kind::null;
  enum class List : std::uint8_t { span, host } list_form = List::span;
  union {
    bool boolean;
    std::int64_t integer;
    double real;
    number::Decimal decimal;
    std::string_view string;
    struct {
      const Value* data;
      std::size_t size;
    } span;                     // Kind::list, List::span
    const HostList* host_list;  // Kind::list, List::host
    const MapEntries* map;
    struct {
      const HostObject* host;
      const ObjectType* type;
    } object;
  };

  Value() : integer(0) {}
  static Value of(bool b) {
    Value v;
    v.kind = Kind::boolean;
    v.boolean = b;
    return v;
  }
  static Value of(std::int64_t i) {
    Value v;
    v.kind = Kind::integer;
    v.integer = i;
    return v;
  }
  static Value of(double d) {
    Value v;
    v.kind = Kind::real;
    v.real = d;
    return v;
  }
  static Value of(const number::Decimal& d) {
    Value v;
    v.kind = Kind::decimal;
    v.decimal = d;
    return v;
  }
  static Value of(std::string_view s) {
    Value v;
    v.kind = Kind::string;
    v.string = s;
    return v;
  }
  static Value of(const char*) = delete;  // would be a bool
  static Value of(const HostList* l) {
    Value v;
    v.kind = Kind::list;
    v.list_form = List::host;
    v.host_list = l;
    return v;
  }
  static Value of(const HostObject* o, const ObjectType* t) {
    Value v;
    v.kind = Kind::object;
    v.object = {o, t};
    return v;
  }
  static Value of_map(const MapEntries* m) {
    Value v;
    v.kind = Kind::map;
    v.map = m;
    return v;
  }
  static Value of_span(const Value* data, std::size_t size) {
    Value v;
    v.kind = Kind::list;
    v.span = {data, size};
    return v;
  }
  static Value null() { return Value(); }
  bool is_null() const { return kind == Kind::null; }
};

// out = make(), made in place: a Value just written in small pieces is slow to copy in large ones.
template <typename Make>
void emplace(Value& out, Make&& make) {
  ::new (static_cast<void*>(&out)) Value(make());
}

// Keys are strings, ints or bools, no two the same.
struct MapEntries {
  std::vector<std::pair<Value, Value>> entries;
};

// Owns what a run creates. Addresses stay valid until reset(), which keeps the memory for the next run unless
// a run was out of the ordinary.
class Arena {
 public:
  std::string& new_string() { return strings_.take(); }
  std::vector<Value>& new_list() { return lists_.take(); }
  MapEntries& new_map() { return maps_.take(); }
  void reset() { strings_.reset(), lists_.reset(), maps_.reset(); }

 private:
  static constexpr std::size_t kKeptItems = 64, kKeptCapacity = 1024;

  template <typename T>
  struct Reused {
    Pool<T> items;
    std::size_t used = 0;

    T& take() {
      if (used == items.size()) items.add();
      return items[used++];
    }
    void reset() {
      for (std::size_t i = 0; i < used; ++i) empty(items[i]);
      if (used > kKeptItems) items.clear();
      used = 0;
    }
  };
  template <typename C>
  static void empty(C& c) {
    if (c.capacity() > kKeptCapacity) c = C();
    c.clear();
  }
  static void empty(MapEntries& m) { empty(m.entries); }

  Reused<std::string> strings_;
  Reused<std::vector<Value>> lists_;
  Reused<MapEntries> maps_;
};

}  // namespace formcheck::cel
