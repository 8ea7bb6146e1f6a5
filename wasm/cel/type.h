// Static types of the rule language (CEL langdef, "Values"), with exact decimals and host objects beside
// CEL's own.
#pragma once
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace formcheck::cel {

enum class Kind : std::uint8_t { dyn, null, boolean, integer, real, decimal, string, list, map, object };

struct ObjectType;
struct Type;

// A type inside another: shared between copies, never changed. Not for several threads at once.
class TypePointer {
 public:
  TypePointer() = default;
  explicit TypePointer(Type type);
  TypePointer(const TypePointer& other) noexcept;
  TypePointer(TypePointer&& other) noexcept : shared_(std::exchange(other.shared_, nullptr)) {}
  TypePointer& operator=(TypePointer other) noexcept { return std::swap(shared_, other.shared_), *this; }
  ~TypePointer() {
    if (shared_ != nullptr) release();
  }

  explicit operator bool() const noexcept { return shared_ != nullptr; }
  const Type& operator*() const noexcept;

 private:
  struct Shared;
  void release() noexcept;
  Shared* shared_ = nullptr;
};

// Cheap to copy; list and map share their element types.
struct Type {
  Kind kind = Kind::dyn;
  TypePointer key;                     // map
  TypePointer element;                 // list element, map value
  const ObjectType* object = nullptr;  // owned by the Environment's maker, outlives every Program

  static Type of(Kind k) {
    Type t;
    t.kind = k;
    return t;
  }
  static Type list_of(Type element);
  static Type map_of(Type key, Type value);
  static Type of_object(const ObjectType* o) {
    Type t;
    t.kind = Kind::object, t.object = o;
    return t;
  }
};

// A record the host owns: `patents`, a table row. Members are found by name at load, by index at run time.
struct ObjectType {
  struct Member {
    std::string_view name;
    Type type;
  };
  std::string_view name;
  std::vector<Member> members;
};

}  // namespace formcheck::cel
