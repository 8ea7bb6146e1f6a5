#include "cel/test_host.h"

namespace formcheck::cel::test {
namespace {

Type decimal() { return Type::of(Kind::decimal); }
Type string() { return Type::of(Kind::string); }

ObjectType competitor() {
  return {"competitor", {{"product", string()}, {"share", decimal()}, {"since", decimal()}}};
}

Value shout(const Value* a, Arena& arena) {
  std::string& out = arena.new_string();
  out = std::string(a[0].string) + "!";
  return Value::of(std::string_view(out));
}
Value twice(const Value* a, Arena&) { return Value::of(*number::Decimal::add(a[0].decimal, a[0].decimal)); }
Value pick_int(const Value*, Arena&) { return Value::of(std::string_view("int")); }
Value pick_string(const Value*, Arena&) { return Value::of(std::string_view("string")); }

}  // namespace

Value text_value(std::string_view text, const Type& type) {
  if (type.kind == Kind::string) return Value::of(text);
  const auto value = number::Decimal::parse(text);
  return value ? Value::of(*value) : Value::null();
}

Record::Record(std::string_view type_name, std::initializer_list<ObjectType::Member> members,
               std::vector<std::string> t)
    : texts(std::move(t)), own_(ObjectType{type_name, members}), type_(&*own_) {}
Record::Record(const ObjectType& type, std::vector<std::string> t) : texts(std::move(t)), type_(&type) {}

Value Record::member(std::uint32_t index) const {
  return text_value(texts[index], type_->members[index].type);
}

Form::Form()
    : patents_("patents", {{"total", decimal()}, {"invention", decimal()}, {"utility", decimal()}},
               {"46", "12", ""}),
      satisfaction_("satisfaction", {{"method", string()}, {"agency", string()}}, {"thirdParty", ""}),
      rates_("rates", {{"low", decimal()}, {"high", decimal()}}, {"2.50", "12.5"}),
      row_("row", {{"current", decimal()}, {"best", decimal()}, {"rank", decimal()}}, {"4", "", "1"}),
      competitors_(competitor()),
      full_(competitor()),
      none_(competitor()) {
  competitors_.add({"甲", "12.5", "2001"});
  competitors_.add({"乙", "37.50", "1999"});
  competitors_.add({"", "", ""});
  full_.add({"甲", "12.5", "2001"});
  full_.add({"乙", "37.50", "1999"});
  methods_ = {Value::of(std::string_view("self")), Value::of(std::string_view("thirdParty"))};
  const Type rows = Type::list_of(Type::of_object(&competitors_.type));
  declare("patents", Type::of_object(&patents_.type()), Value::of(&patents_, &patents_.type()));
  declare("satisfaction", Type::of_object(&satisfaction_.type()),
          Value::of(&satisfaction_, &satisfaction_.type()));
  declare("rates", Type::of_object(&rates_.type()), Value::of(&rates_, &rates_.type()));
  declare("competitors", rows, Value::of(static_cast<const HostList*>(&competitors_)));
  declare("full", Type::list_of(Type::of_object(&full_.type)),
          Value::of(static_cast<const HostList*>(&full_)));
  declare("none", Type::list_of(Type::of_object(&none_.type)),
          Value::of(static_cast<const HostList*>(&none_)));
  declare("title", string(), Value::of(std::string_view("某某公司的质量管理")));
  declare("company", string(), Value::of(std::string_view("某某公司")));
  declare("empty", string(), Value::of(std::string_view()));
  declare("methods", Type::list_of(string()), Value::of_span(methods_.data(), methods_.size()));
  declare("year", Type::of(Kind::integer), Value::of(std::int64_t{2025}));
  declare("ratio", Type::of(Kind::real), Value::of(0.5));
  declare("blank", decimal(), Value::null());
  declare("row", Type::of_object(&row_.type()), Value::of(&row_, &row_.type()));
  declare("any", Type::of(Kind::dyn), Value::of(std::int64_t{3}));
  env.add({"shout", true, {string()}, string(), shout});
  env.add({"twice", false, {decimal()}, decimal(), twice});
  env.add({"pick", false, {Type::of(Kind::integer)}, string(), pick_int});
  env.add({"pick", false, {string()}, string(), pick_string});
}

void Form::declare(const char* name, Type type, Value value) {
  env.declare(name, std::move(type));
  values.push_back(value);
}

}  // namespace formcheck::cel::test
