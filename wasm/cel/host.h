// What the rule language asks of its host: values by index, nothing else. The language knows no forms.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "cel/bounds.h"
#include "cel/value.h"

namespace formcheck::cel {

// A value that stands in the host and stays there: it is found by number, without a call.
struct HostValue {
  Value value;
  bool ready = true;  // `value` is all there is to know of it; false: Activation::settle() says what it is
};

// A host record of a declared ObjectType. Must outlive the evaluation.
class HostObject {
 public:
  // The first `standing` members, where they stand.
  const HostValue* const* values = nullptr;
  std::uint32_t standing = 0;
  virtual Value member(std::uint32_t index) const = 0;  // any other

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

// Of any list, whosever it is.
[[nodiscard]] std::size_t list_size(const Value& list);
[[nodiscard]] Value list_at(const Value& list, std::size_t i);

// Values of the Environment's variables, by the index declare() gave.
class Activation {
 public:
  virtual Value variable(std::uint32_t index) const = 0;
  // What handles lead to (Environment::set_binding): values by their number, and with kOfRecord those of the record at hand.
  static constexpr std::uint32_t kOfRecord = 0x80000000;
  const HostValue* const* values = nullptr;
  const HostValue* const* record = nullptr;
  // What a value is that is not ready: where it stands, or made in `scratch`.
  virtual const Value& settle(const HostValue& value, Value&) const { return value.value; }
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
