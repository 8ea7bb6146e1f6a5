// A small host for tests: the shape of a form, without one.
#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cel/compile/compile.h"

namespace formcheck::cel::test {

// A record with members by name; values are text: "12.50" or "" (blank) for decimals, anything for strings.
class Record final : public HostObject {
 public:
  Record(std::string_view type_name, std::initializer_list<ObjectType::Member> members,
         std::vector<std::string> texts);
  Record(const ObjectType& type, std::vector<std::string> texts);

  Value member(std::uint32_t index) const override;
  [[nodiscard]] const ObjectType& type() const { return *type_; }

  std::vector<std::string> texts;

 private:
  std::optional<ObjectType> own_;
  const ObjectType* type_;
};

class Table final : public HostList {
 public:
  explicit Table(ObjectType t) : type(std::move(t)) {}
  void add(std::vector<std::string> texts) { rows.emplace_back(type, std::move(texts)); }
  std::size_t size() const override { return rows.size(); }
  Value at(std::size_t index) const override { return Value::of(&rows[index], &type); }

  ObjectType type;
  std::vector<Record> rows;
};

[[nodiscard]] Value text_value(std::string_view text, const Type& type);

// patents {total 46, invention 12, utility blank}, satisfaction {method "thirdParty", agency ""}, rates
// {low 2.50, high 12.5}, competitors [{product, share, since}] of 12.5, 37.50 and blank, full [{product,
// share}] without blanks, none [] of the same, title, company, empty "", methods ["self", "thirdParty"], year
// 2025, ratio (double) 0.5, blank (decimal), row {current 4, best blank, rank 1}, any (dyn) 3.
class Form final : public Activation {
 public:
  Form();
  Value variable(std::uint32_t index) const override { return values[index]; }

  Environment env;
  std::vector<Value> values;

 private:
  void declare(const char* name, Type type, Value value);

  Record patents_, satisfaction_, rates_, row_;
  Table competitors_, full_, none_;
  std::vector<Value> methods_;
};

}  // namespace formcheck::cel::test
