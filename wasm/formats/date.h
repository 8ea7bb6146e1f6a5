// Dates as people type them.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace formcheck::formats {

// "2025-10-08", "2025/10/8", "2025.10.8", "2025年10月8日" (or 号), "20251008", in any width and with spaces
// anywhere → "2025-10-08". Nothing for any other text and for a day no calendar has. So two dates compare as
// their texts do. O(length).
[[nodiscard]] std::optional<std::string> normal_date(std::string_view typed);

}  // namespace formcheck::formats
