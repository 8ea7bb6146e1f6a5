#include "form/handles.h"

#include "cel/host.h"

namespace formcheck::form {

std::uint32_t seeded_handle(const Definition& def, std::uint32_t table, std::uint32_t seed) {
  std::size_t handle = def.fields.size();
  for (std::uint32_t t = 0; t < table; ++t) handle += def.tables[t].seeds.size() * def.tables[t].columns.size();
  if (table < def.tables.size()) handle += seed * def.tables[table].columns.size();
  return static_cast<std::uint32_t>(handle);
}

bool is_handle(const Definition& def, std::uint32_t each, std::uint32_t handle) {
  constexpr std::uint32_t kOfRecord = cel::Activation::kOfRecord;
  if (handle < kOfRecord) return handle < seeded_handle(def, static_cast<std::uint32_t>(def.tables.size()), 0);
  if (each == kNone) return false;
  return handle - kOfRecord < def.tables[each].columns.size() + def.tables[each].attributes.size();
}

}  // namespace formcheck::form
