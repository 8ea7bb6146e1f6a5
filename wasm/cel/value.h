// Run-time values. Small and trivially copyable: strings, lists and maps are views whose storage belongs to the program,
// the host or the run's Arena.
#pragma once
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

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
    struct { const Value* data; std::size_t size; } span;  // Kind::list, List::span
    const HostList* host_list;                             // Kind::list, List::host
    const MapEntries* map;
    struct { const HostObject* host; const ObjectType* type; } object;
  };

  Value() : integer(0) {}
  static Value of(bool b) { Value v; v.kind = Kind::boolean; v.boolean = b; return v; }
  static Value of(std::int64_t i) { Value v; v.kind = Kind::integer; v.integer = i; return v; }
  static Value of(double d) { Value v; v.kind = Kind::real; v.real = d; return v; }
  static Value of(const number::Decimal& d) { Value v; v.kind = Kind::decimal; v.decimal = d; return v; }
  static Value of(std::string_view s) { Value v; v.kind = Kind::string; v.string = s; return v; }
  static Value of(const char*) = delete;  // would be a bool
  static Value of(const HostList* l) { Value v; v.kind = Kind::list; v.list_form = List::host; v.host_list = l; return v; }
  static Value of(const HostObject* o, const ObjectType* t) { Value v; v.kind = Kind::object; v.object = {o, t}; return v; }
  static Value of_map(const MapEntries* m) { Value v; v.kind = Kind::map; v.map = m; return v; }
  static Value of_span(const Value* data, std::size_t size) { Value v; v.kind = Kind::list; v.span = {data, size}; return v; }
  static Value null() { return Value(); }
  bool is_null() const { return kind == Kind::null; }
};

// Keys are strings, ints or bools, no two the same.
struct MapEntries {
  std::vector<std::pair<Value, Value>> entries;
};

// Owns what a run creates. Addresses stay valid until reset(), which keeps the memory for the next run unless a run was
// out of the ordinary.
class Arena {
 public:
  std::string& new_string() { return strings_.take(); }
  std::vector<Value>& new_list() { return lists_.take(); }
  MapEntries& new_map() { return maps_.take(); }
  void reset() { strings_.reset(), lists_.reset(), maps_.reset(); }

 private:
  template <typename T>
  class Pool {
   public:
    T& take() {
      if (used_ == items_.size()) items_.emplace_back();
      return items_[used_++];
    }
    void reset() {
      if (used_ > kKept) items_.clear();
      for (std::size_t i = 0; i < used_ && i < items_.size(); ++i) empty(items_[i]);
      used_ = 0;
    }

   private:
    static constexpr std::size_t kKept = 64;
    static constexpr std::size_t kKeptCapacity = 1024;
    static void empty(std::string& s) { shrink(s); }
    static void empty(std::vector<Value>& v) { shrink(v); }
    static void empty(MapEntries& m) { shrink(m.entries); }
    template <typename C>
    static void shrink(C& c) {
      if (c.capacity() > kKeptCapacity) c = C();
      c.clear();
    }

    std::deque<T> items_;
    std::size_t used_ = 0;
  };
  Pool<std::string> strings_;
  Pool<std::vector<Value>> lists_;
  Pool<MapEntries> maps_;
};

}  // namespace formcheck::cel
