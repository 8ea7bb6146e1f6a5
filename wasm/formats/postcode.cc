// Postal code of mainland China.
//   postcode.malformed   not six digits
#include "formats/format.h"
#include "formats/typed.h"

namespace formcheck::formats {
namespace {

std::vector<Problem> check(std::string_view typed) {
  const std::string code = compact(typed);
  if (code.size() == 6 && all_digits(code)) return {};
  return {{"postcode.malformed", {}}};
}

}  // namespace

Format postcode() { return {"postcode", check, "postcode.malformed"}; }

}  // namespace formcheck::formats
