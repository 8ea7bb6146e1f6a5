// Static types of the rule language (CEL langdef, "Values"), with exact decimals and host objects beside CEL's own.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace formcheck::cel {

enum class Kind : std::uint8_t { dyn, null, boolean, integer, real, decimal, string, list, map, object };

struct ObjectType;

// Cheap to copy; list and map share their element types.
struct Type {
  Kind kind = Kind::dyn;
  std::shared_ptr<const Type> key;      // map
  std::shared_ptr<const Type> element;  // list element, map value
  const ObjectType* object = nullptr;   // owned by the Environment's maker, outlives every Program

  static Type of(Kind k) { return Type{k, nullptr, nullptr, nullptr}; }
  static Type list_of(Type e) { return Type{Kind::list, nullptr, std::make_shared<const Type>(std::move(e)), nullptr}; }
  static Type map_of(Type k, Type v) {
    return Type{Kind::map, std::make_shared<const Type>(std::move(k)), std::make_shared<const Type>(std::move(v)), nullptr};
  }
  static Type of_object(const ObjectType* o) { return Type{Kind::object, nullptr, nullptr, o}; }
};

// A record the host owns: `patents`, a table row. Members are found by name at load, by index at run time.
struct ObjectType {
  struct Member {
    std::string name;
    Type type;
  };
  std::string name;
  std::vector<Member> members;
};

}  // namespace formcheck::cel
