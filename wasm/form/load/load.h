// Loading a form definition. A faulty one is refused with the file and the place: nothing half-loaded ever runs.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "form/definition.h"
#include "form/problem.h"

namespace formcheck::form {

// The files of one edition by name: form.json, rules.json, messages.zh-CN.json, core.zh-CN.json and the code lists
// that form.json names. Others are ignored. UTF-8, ≤ 4 MB each.
struct DefinitionFiles {
  std::vector<std::pair<std::string, std::string>> files;
  [[nodiscard]] const std::string* find(std::string_view name) const;
};

[[nodiscard]] tl::expected<std::unique_ptr<const Definition>, DefinitionError> load_definition(const DefinitionFiles& files);

// The wording file alone, its texts kept in `texts`, for saying why a definition was refused. Empty when there is none or it cannot be read.
[[nodiscard]] Wording load_wording(const DefinitionFiles& files, text::Store& texts);

// form.json as a page needs it (ARCHITECTURE §6, FormView): JSON with years filled in, code lists inlined, slots and table
// numbers added. `def` is what load_definition() made of the same files.
[[nodiscard]] std::string make_view(const DefinitionFiles& files, const Definition& def);

}  // namespace formcheck::form
