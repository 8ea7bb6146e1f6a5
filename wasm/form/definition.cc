#include "form/definition.h"

namespace formcheck::form {
namespace {

template <typename List, typename Member>
std::uint32_t index_of(const List& list, Member member, std::string_view wanted) {
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    if (list[i].*member == wanted) return i;
  }
  return kNone;
}

}  // namespace

cel::Value blank_value(const Field& f) {
  if (is_number(f.type)) return cel::Value::null();
  return f.type == FieldType::choices ? cel::Value::of_span(nullptr, 0) : cel::Value::of(std::string_view());
}

cel::Value blank_value(const Attribute& a) { return a.decimal ? cel::Value::null() : cel::Value::of(std::string_view()); }

std::string_view name_of(Severity s) {
  constexpr std::string_view kNames[] = {"error", "warning", "advice"};
  return kNames[static_cast<std::size_t>(s)];
}

std::string_view name_of(Basis b) {
  constexpr std::string_view kNames[] = {"notice", "form", "standard", "practice"};
  return kNames[static_cast<std::size_t>(b)];
}

const Clause* Definition::clause(std::string_view clause_id) const {
  const std::uint32_t i = index_of(clauses, &Clause::id, clause_id);
  return i == kNone ? nullptr : &clauses[i];
}
std::uint32_t Definition::check_index(std::string_view code) const { return index_of(checks, &Check::code, code); }
std::uint32_t Definition::field_index(std::string_view field_id) const { return index_of(fields, &Field::id, field_id); }
std::uint32_t Definition::table_index(std::string_view table_id) const { return index_of(tables, &Table::id, table_id); }

}  // namespace formcheck::form
