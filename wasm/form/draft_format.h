// The name and number of the draft format. A change that an older reader would misread raises the number and adds a
// migration step.
#pragma once
#include <optional>
#include <string_view>

namespace formcheck::form {

inline constexpr std::string_view kDraftFormatName = "formcheck-draft/";
inline constexpr int kDraftFormat = 1;

// 1 for "formcheck-draft/1"; nothing for any other kind of text.
[[nodiscard]] std::optional<int> draft_format_number(std::string_view format);

}  // namespace formcheck::form
