#include "narrative/numerals.h"

#include <string>

namespace formcheck::narrative {
namespace {

constexpr std::size_t kLongest = 40;

int power_of(char32_t c) {
  switch (c) {
    case U'十':
      return 1;
    case U'百':
      return 2;
    case U'千':
      return 3;
    default:
      return 0;
  }
}

std::optional<Numeral> arabic(std::u32string_view line, std::size_t at) {
  std::string digits;
  std::size_t i = at, group = 0;
  bool commas = false;
  while (i < line.size() && digits.size() < kLongest) {
    if (is_digit(line[i])) {
      digits += static_cast<char>(line[i]), ++group, ++i;
    } else if (line[i] == U',' && group > 0 && group <= 3 && (!commas || group == 3) && i + 3 < line.size() &&
               is_digit(line[i + 1]) && is_digit(line[i + 2]) && is_digit(line[i + 3]) &&
               (i + 4 == line.size() || !is_digit(line[i + 4]))) {
      commas = true, group = 0, ++i;
    } else {
      break;
    }
  }
  if (i + 1 < line.size() && line[i] == U'.' && is_digit(line[i + 1])) {
    digits += '.';
    for (++i; i < line.size() && is_digit(line[i]) && digits.size() < kLongest; ++i)
      digits += static_cast<char>(line[i]);
  }
  if (i < line.size() &&
      (is_digit(line[i]) || (line[i] == U'.' && i + 1 < line.size() && is_digit(line[i + 1]))))
    return {};
  const auto value = number::Decimal::parse(digits);
  if (!value) return {};
  return Numeral{i, *value, 0, false};
}

// 三千二百零五, 十二, 一亿二千万, 二〇二四, 五点三.
std::optional<Numeral> written(std::u32string_view line, std::size_t at) {
  std::int64_t total = 0, section = 0, digit = -1;
  std::size_t i = at, run = 0;  // digits in a row: 二〇二四
  std::string row;
  for (; i < line.size() && i - at < kLongest; ++i) {
    const int d = written_digit(line[i]);
    if (d >= 0) {
      if (digit >= 0 && d != 0 && digit != 0 && run == 0) break;
      row += static_cast<char>('0' + d), ++run;
      digit = d;
    } else if (const int power = power_of(line[i]); power != 0) {
      if (digit < 0 && !(power == 1 && section % 100 == 0)) break;
      if (run > 1 && row[0] != '0') break;
      std::int64_t unit = 1;
      for (int k = 0; k < power; ++k) unit *= 10;
      section += (digit < 0 ? 1 : digit) * unit;
      digit = -1, run = 0, row.clear();
    } else if ((line[i] == U'万' || line[i] == U'亿') && (section > 0 || digit > 0) && total < 1'000'000 &&
               i + 1 < line.size() && written_digit(line[i + 1]) >= 0) {
      // Only when the number goes on behind it; else it belongs to the unit.
      total = (total + section + (digit > 0 ? digit : 0)) * (line[i] == U'万' ? 10'000 : 100'000'000);
      section = 0, digit = -1, run = 0, row.clear();
    } else {
      break;
    }
  }
  if (i == at) return {};
  std::string digits;
  if (run > 1 && row[0] != '0' && section == 0 && total == 0) {
    digits = row;
  } else {
    digits = std::to_string(total + section + (digit > 0 ? digit : 0));
  }
  if (i + 1 < line.size() && line[i] == U'点' && written_digit(line[i + 1]) >= 0) {
    digits += '.';
    for (++i; i < line.size() && written_digit(line[i]) >= 0 && digits.size() < kLongest; ++i) {
      digits += static_cast<char>('0' + written_digit(line[i]));
    }
  }
  const auto value = number::Decimal::parse(digits);
  if (!value) return {};
  return Numeral{i, *value, 0, true};
}

}  // namespace

int written_digit(char32_t c) {
  switch (c) {
    case U'零':
    case U'〇':
      return 0;
    case U'一':
      return 1;
    case U'二':
    case U'两':
      return 2;
    case U'三':
      return 3;
    case U'四':
      return 4;
    case U'五':
      return 5;
    case U'六':
      return 6;
    case U'七':
      return 7;
    case U'八':
      return 8;
    case U'九':
      return 9;
    default:
      return -1;
  }
}

std::optional<Numeral> numeral_at(std::u32string_view line, std::size_t at) {
  const char32_t c = line[at];
  if (is_digit(c)) return arabic(line, at);
  constexpr std::u32string_view kParts = U"百千万", kSigns = U"%‰‱";
  const std::size_t part = kParts.find(c);
  if (part != std::u32string_view::npos && line.compare(at + 1, 2, U"分之") == 0 && at + 3 < line.size()) {
    auto n = is_digit(line[at + 3]) ? arabic(line, at + 3) : written(line, at + 3);
    if (n) n->per = kSigns[part];
    return n;
  }
  if (written_digit(c) >= 0 || c == U'十') return written(line, at);
  return {};
}

}  // namespace formcheck::narrative
