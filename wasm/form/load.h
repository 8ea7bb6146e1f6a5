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

// The wording file alone, for saying why a definition was refused. Empty when there is none or it cannot be read.
[[nodiscard]] Wording load_wording(const DefinitionFiles& files);

}  // namespace formcheck::form
