#include "form/cell_handle.h"

#include "form/definition.h"

namespace formcheck::form {

bool is_cell(const Definition& def, std::uint32_t each, const CellHandle& h) {
  if (h.kind == CellHandle::Kind::scalar) return h.column < def.fields.size();
  if (h.table >= def.tables.size()) return false;
  const Table& t = def.tables[h.table];
  if (h.column >= t.columns.size() + t.attributes.size()) return false;
  return h.kind == CellHandle::Kind::row ? h.table == each : h.kind == CellHandle::Kind::seeded && h.seed < t.seeds.size();
}

}  // namespace formcheck::form
