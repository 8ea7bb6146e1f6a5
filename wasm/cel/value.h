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
struct Value;

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
  static Value of(const HostList* l) { Value v; v.kind = Kind::list; v.list_form = List::host; v.host_list = l; return v; }
  static Value of(const HostObject* o, const ObjectType* t) { Value v; v.kind = Kind::object; v.object = {o, t}; return v; }
  static Value of_span(const Value* data, std::size_t size) { Value v; v.kind = Kind::list; v.span = {data, size}; return v; }
  static Value null() { return Value(); }
  bool is_null() const { return kind == Kind::null; }
};

struct MapEntries {
  std::vector<std::pair<Value, Value>> entries;
};

// Owns what a run creates; reset between runs keeps its memory. Addresses stay valid until reset().
class Arena {
 public:
  std::string& new_string() { return strings_.emplace_back(); }
  std::vector<Value>& new_list() { return lists_.emplace_back(); }
  MapEntries& new_map() { return maps_.emplace_back(); }
  void reset() {
    if (!strings_.empty()) strings_.clear();
    if (!lists_.empty()) lists_.clear();
    if (!maps_.empty()) maps_.clear();
  }

 private:
  std::deque<std::string> strings_;
  std::deque<std::vector<Value>> lists_;
  std::deque<MapEntries> maps_;
};

}  // namespace formcheck::cel
