// One table of form.json into `t`, which must already stand at its final address: seeds point to its columns.
#pragma once
#include "form/load/parts.h"

namespace formcheck::form {

void load_table(const Node& node, const CodeLists& codes, const Definition& def, Table& t);

}  // namespace formcheck::form
