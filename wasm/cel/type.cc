#include "cel/type.h"

namespace formcheck::cel {

struct TypePointer::Shared {
  Type type;
  std::size_t users;
};

TypePointer::TypePointer(Type type) : shared_(new Shared{std::move(type), 1}) {}
TypePointer::TypePointer(const TypePointer& other) noexcept : shared_(other.shared_) {
  if (shared_ != nullptr) ++shared_->users;
}
void TypePointer::release() noexcept {
  if (--shared_->users == 0) delete shared_;
}
const Type& TypePointer::operator*() const noexcept { return shared_->type; }

Type Type::list_of(Type element) {
  Type t = of(Kind::list);
  t.element = TypePointer(std::move(element));
  return t;
}

Type Type::map_of(Type key, Type value) {
  Type t = of(Kind::map);
  t.key = TypePointer(std::move(key)), t.element = TypePointer(std::move(value));
  return t;
}

}  // namespace formcheck::cel
