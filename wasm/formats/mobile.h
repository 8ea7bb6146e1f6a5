// Shared by the mobile and the phone format. Private to this room.
#pragma once
#include <string>
#include <string_view>

namespace formcheck::formats {

// Takes +86, 0086 or a leading 86 followed by 11 digits off a compacted number; anything else comes back as
// it is.
[[nodiscard]] std::string_view without_country(std::string_view compacted) noexcept;

// 1, then 3 to 9, then nine digits.
[[nodiscard]] bool is_mobile(std::string_view digits) noexcept;

}  // namespace formcheck::formats
