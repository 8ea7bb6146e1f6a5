// Relations between static types.
#pragma once
#include <optional>
#include <string>

#include "cel/type.h"

namespace formcheck::cel {

// "decimal", "list(string)", "map(string, int)", an object type's name.
[[nodiscard]] std::string type_text(const Type& t);

// The type of a value that is one or the other: null gives way, int becomes decimal beside a decimal, dyn
// takes all.
[[nodiscard]] std::optional<Type> join(const Type& a, const Type& b);

[[nodiscard]] bool assignable(const Type& from, const Type& to);

// Whether == can ever be true. Only numbers (decimals) can be null, so null beside another type is a mistake.
[[nodiscard]] bool comparable(const Type& a, const Type& b);

// Whether < has a meaning.
[[nodiscard]] bool ordered(const Type& a, const Type& b);

// Of a list or map; dyn where unknown.
[[nodiscard]] Type element_of(const Type& t);
[[nodiscard]] Type key_of(const Type& t);

}  // namespace formcheck::cel
