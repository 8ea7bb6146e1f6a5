// JSON as data for an unchecked program: `formcheck eval EXPRESSION --data FILE`.
#pragma once
#include <optional>
#include <string_view>

#include "cel/host.h"
#include "json/value.h"

namespace formcheck::cel {

// The members of a JSON object are the variables. Whole numbers that fit are ints, other numbers doubles,
// objects maps. `data` must outlive it. Levels deeper than 64 are null. Linear.
class JsonActivation final : public Activation {
 public:
  explicit JsonActivation(const json::Value& data);

  Value variable(std::uint32_t) const override { return Value::null(); }
  std::optional<Value> named(std::string_view name) const override;

 private:
  Arena arena_;
  Value root_;
};

// A JSON value as a Value: texts stay where they are, lists and maps are made in `arena`.
[[nodiscard]] Value from_json(const json::Value& json, Arena& arena);

}  // namespace formcheck::cel
