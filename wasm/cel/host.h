// What the rule language asks of its host: values by index, nothing else. The language knows no forms.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "cel/bounds.h"
#include "cel/value.h"

namespace formcheck::cel {

// A host record of a declared ObjectType. Must outlive the evaluation.
class HostObject {
 public:
  virtual Value member(std::uint32_t index) const = 0;

 protected:
  ~HostObject() = default;
};

// A host list, such as a table's rows. Must outlive the evaluation.
class HostList {
 public:
  virtual std::size_t size() const = 0;
  virtual Value at(std::size_t index) const = 0;

 protected:
  ~HostList() = default;
};

// Values of the Environment's variables, by the index declare() gave.
class Activation {
 public:
  virtual Value variable(std::uint32_t index) const = 0;
  // A value the Environment's binding gave a handle of its own (Environment::set_binding).
  // Where it stands, or made in `scratch`: most are read once and need no copy.
  virtual const Value& bound(std::uint32_t, Value& scratch) const { return scratch = Value::null(); }
  // A name the Environment does not declare, possibly dotted; asked only by unchecked programs. Nothing: no
  // such name.
  virtual std::optional<Value> named(std::string_view) const { return std::nullopt; }

 protected:
  ~Activation() = default;
};

// A host function as a run needs it. `call` gets exactly `count` values of these kinds (never null: a null argument is a
// null-operand failure before the call).
struct Callable {
  struct Parameter {
    Kind kind = Kind::dyn;
    const ObjectType* object = nullptr;
  };
  Value (*call)(const Value* arguments, Arena& arena) = nullptr;
  std::uint32_t count = 0;
  Parameter parameters[kMaxArguments];
};

}  // namespace formcheck::cel
