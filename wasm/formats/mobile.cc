// Mobile number of mainland China, with or without +86, spaces and hyphens.
//   mobile.malformed             not 1, 3–9 and nine digits
//   mobile.unallocated{prefix}   the shape is right, but no operator gives out numbers that begin so (as of
//   2025)
#include "formats/mobile.h"

#include "formats/format.h"
#include "formats/typed.h"

namespace formcheck::formats {
namespace {

// Third digits given out, by second digit from 3 to 9.
constexpr std::string_view kThird[] = {"0123456789", "57",         "012356789", "2567",
                                       "01235678",   "0123456789", "012356789"};

bool is_allocated(std::string_view digits) noexcept {
  if (kThird[digits[1] - '3'].find(digits[2]) != std::string_view::npos) return true;
  const std::string_view four = digits.substr(0, 4);  // two small blocks within 161 and 174
  return four == "1610" || (four == "1740" && digits[4] <= '5');
}

std::vector<Problem> check(std::string_view typed) {
  const std::string number = compact(typed, "-");
  const std::string_view digits = without_country(number);
  if (!is_mobile(digits)) return {{"mobile.malformed", {}}};
  if (!is_allocated(digits)) return {{"mobile.unallocated", {{"prefix", std::string(digits.substr(0, 3))}}}};
  return {};
}

}  // namespace

std::string_view without_country(std::string_view compacted) noexcept {
  for (const std::string_view prefix : {"+86", "0086"}) {
    if (compacted.substr(0, prefix.size()) == prefix) return compacted.substr(prefix.size());
  }
  return compacted.size() == 13 && compacted.substr(0, 2) == "86" ? compacted.substr(2) : compacted;
}

bool is_mobile(std::string_view digits) noexcept {
  return digits.size() == 11 && all_digits(digits) && digits[0] == '1' && digits[1] >= '3';
}

Format mobile() { return {"mobile", check, "mobile.malformed mobile.unallocated"}; }

}  // namespace formcheck::formats
