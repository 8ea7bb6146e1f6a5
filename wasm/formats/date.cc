//   date.malformed    not a year of four digits, a month and a day in a notation date.h names
//   date.impossible   no such day in the calendar
#include "formats/date.h"

#include "formats/format.h"
#include "formats/typed.h"

namespace formcheck::formats {
namespace {

struct Date {
  int year = 0, month = 0, day = 0;
};

// Takes up to `most` digits off the front; false when there are fewer than `least`.
bool take_number(std::string_view& s, std::size_t least, std::size_t most, int& out) noexcept {
  std::size_t n = 0;
  for (out = 0; n < most && n < s.size() && is_digit(static_cast<unsigned char>(s[n])); ++n)
    out = out * 10 + (s[n] - '0');
  s.remove_prefix(n);
  return n >= least;
}

bool take(std::string_view& s, std::string_view word) noexcept {
  if (s.substr(0, word.size()) != word) return false;
  s.remove_prefix(word.size());
  return true;
}

std::optional<Date> parse(std::string_view typed) {
  const std::string compacted = compact(typed);
  std::string_view s = compacted;
  Date d;
  if (s.size() == 8 && all_digits(s)) {
    (void)(take_number(s, 4, 4, d.year) && take_number(s, 2, 2, d.month) && take_number(s, 2, 2, d.day));
    return d;
  }
  struct Notation {
    std::string_view after_year, after_month;
  };
  if (!take_number(s, 4, 4, d.year)) return std::nullopt;
  for (const auto& [after_year, after_month] :
       {Notation{"-", "-"}, {"/", "/"}, {".", "."}, {"。", "。"}, {"年", "月"}}) {
    if (!take(s, after_year)) continue;
    if (!take_number(s, 1, 2, d.month) || !take(s, after_month) || !take_number(s, 1, 2, d.day))
      return std::nullopt;
    if (after_year == "年" && !take(s, "日") && !take(s, "号")) return std::nullopt;
    return s.empty() ? std::optional(d) : std::nullopt;
  }
  return std::nullopt;
}

bool exists(const Date& d) noexcept {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (d.year < 1 || d.month < 1 || d.month > 12 || d.day < 1) return false;
  const bool leap = d.year % 4 == 0 && (d.year % 100 != 0 || d.year % 400 == 0);
  return d.day <= kDays[d.month - 1] + (leap && d.month == 2 ? 1 : 0);
}

void put(std::string& out, int value, int digits) {
  const std::string text = std::to_string(value);
  out.append(static_cast<std::size_t>(digits) - text.size(), '0').append(text);
}

std::vector<Problem> check(std::string_view typed) {
  const auto d = parse(typed);
  if (!d) return {{"date.malformed", {}}};
  if (!exists(*d)) return {{"date.impossible", {}}};
  return {};
}

}  // namespace

std::optional<std::string> normal_date(std::string_view typed) {
  const auto d = parse(typed);
  if (!d || !exists(*d)) return std::nullopt;
  std::string out;
  put(out, d->year, 4);
  put(out += '-', d->month, 2);
  put(out += '-', d->day, 2);
  return out;
}

Format date() { return {"date", check, "date.malformed date.impossible"}; }

}  // namespace formcheck::formats
