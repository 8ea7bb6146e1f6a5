// A telephone number that can be dialled from anywhere in mainland China: landline with area code (an
// extension may follow), 400 or 800 number, or mobile; with or without +86, brackets, spaces and hyphens.
//   phone.malformed                  none of these; so is a local number without its area code
//   phone.areaLength{area,digits}    Zhejiang area code followed by 7 digits where 8 are in use, or 8 for 7;
//   `digits` wanted
#include "formats/format.h"
#include "formats/mobile.h"
#include "formats/typed.h"
#include "text/classes.h"
#include "text/utf8.h"

namespace formcheck::formats {
namespace {

struct Area {
  std::string_view code;
  std::size_t digits;
};

// Zhejiang, as numbers are given out in 2025; elsewhere either length may be right.
constexpr Area kAreas[] = {{"0570", 7}, {"0571", 8}, {"0572", 7}, {"0573", 8}, {"0574", 8}, {"0575", 8},
                           {"0576", 8}, {"0577", 8}, {"0578", 7}, {"0579", 8}, {"0580", 7}};

// Digits as typed in groups, without the country code; no groups when anything but a telephone number stands
// there.
struct Number {
  std::vector<std::string> groups;
  std::string extension;  // what followed 转

  [[nodiscard]] std::string joined(std::size_t n) const {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) out += groups[i];
    return out;
  }
};

bool needs_no_area(std::string_view digits) noexcept {
  const std::string_view start = digits.substr(0, 3);
  return is_mobile(without_country(digits)) || (digits.size() == 10 && (start == "400" || start == "800"));
}

bool take_apart(std::string_view typed, Number& out) {
  bool open = false, country = false, extended = false;
  const char* p = typed.data();
  const char* const end = p + typed.size();
  while (p != end) {
    const char32_t original = text::decode(p, end);
    if (text::is_invisible(original)) continue;
    const char32_t c = plain(original);
    if (is_digit(c)) {
      if (!open && !extended) out.groups.emplace_back();
      (extended ? out.extension : out.groups.back()) += static_cast<char>(c);
      open = true;
      continue;
    }
    if (c == U'转' && !extended && !out.groups.empty()) {
      extended = true;
    } else if (c == U'+' && !country && out.groups.empty()) {
      country = true;
    } else if (!text::is_space(c) && c != U'-' && c != U'(' && c != U')') {
      return false;
    }
    open = false;
  }
  if (out.groups.empty() || extended == out.extension.empty()) return false;

  std::string& first = out.groups.front();
  if (country ? first.compare(0, 2, "86") == 0 : first == "86") {
    first.erase(0, 2);
    country = true;
  } else if (first.compare(0, 4, "0086") == 0) {
    first.erase(0, 4);
    country = true;
  } else if (country) {
    return false;
  }
  if (first.empty()) out.groups.erase(out.groups.begin());
  if (out.groups.empty()) return false;
  // Behind +86 an area code goes without its 0.
  if (const std::string all = out.joined(out.groups.size());
      country && all[0] != '0' && !needs_no_area(all)) {
    std::string& area = out.groups.front();
    area.insert(area.begin(), '0');
  }
  return true;
}

enum class Verdict : unsigned char { right, wrong_length, malformed };

Verdict judge(std::string_view digits, const Area*& area) noexcept {
  if (needs_no_area(digits)) return Verdict::right;
  if (digits.size() < 11 || digits[0] != '0' || digits[1] == '0') return Verdict::malformed;
  const bool metropolis = digits[1] == '2' || digits.substr(0, 3) == "010";
  if (digits[1] == '1' && !metropolis) return Verdict::malformed;
  const std::string_view local = digits.substr(metropolis ? 3 : 4);
  if (local[0] < '2' || local.size() < (metropolis ? 8 : 7) || local.size() > 8) return Verdict::malformed;
  for (const Area& a : kAreas) {
    if (digits.substr(0, 4) != a.code) continue;
    area = &a;
    return local.size() == a.digits ? Verdict::right : Verdict::wrong_length;
  }
  return Verdict::right;
}

std::vector<Problem> check(std::string_view typed) {
  Number number;
  const Area* area = nullptr;
  if (take_apart(typed, number)) {
    const std::size_t n = number.groups.size();
    if (judge(number.joined(n), area) == Verdict::right) return {};
    // The last group may be an extension behind a hyphen.
    if (n > 1 && number.extension.empty() && number.groups.back().size() <= 6 &&
        judge(number.joined(n - 1), area) == Verdict::right) {
      return {};
    }
  }
  if (area == nullptr) return {{"phone.malformed", {}}};
  return {
      {"phone.areaLength", {{"area", std::string(area->code)}, {"digits", std::to_string(area->digits)}}}};
}

}  // namespace

Format phone() { return {"phone", check, "phone.malformed phone.areaLength"}; }

}  // namespace formcheck::formats
