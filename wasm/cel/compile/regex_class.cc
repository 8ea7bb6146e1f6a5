#include "cel/compile/regex_class.h"

#include <algorithm>

#include "text/classes.h"
#include "text/utf8.h"

namespace formcheck::cel {
namespace {

constexpr char32_t kLast = 0x10FFFF;

struct Named {
  std::string_view name;
  std::string_view ranges;  // pairs of first and last
};
constexpr Named kPosix[] = {
    {"alnum", "09AZaz"},   {"alpha", "AZaz"},   {"digit", "09"},      {"lower", "az"},      {"upper", "AZ"},
    {"punct", "!/:@[`{~"}, {"space", "\t\r  "}, {"xdigit", "09AFaf"}, {"word", "09AZaz__"},
};

void add_ranges(CharSet& set, std::string_view ranges) {
  for (std::size_t i = 0; i + 1 < ranges.size(); i += 2) {
    set.add(static_cast<unsigned char>(ranges[i]), static_cast<unsigned char>(ranges[i + 1]));
  }
}

// All ASCII and beyond but `ranges`, which are sorted.
void add_complement(CharSet& set, std::string_view ranges) {
  char32_t next = 0;
  for (std::size_t i = 0; i + 1 < ranges.size(); i += 2) {
    const auto first = static_cast<unsigned char>(ranges[i]);
    if (first > next) set.add(next, first - 1u);
    next = static_cast<unsigned char>(ranges[i + 1]) + 1u;
  }
  set.add(next, kLast);
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool read_hex(const char*& at, const char* end, char32_t& out) {
  const bool braces = at != end && *at == '{';
  if (braces) ++at;
  out = 0;
  int digits = 0;
  for (; at != end && hex_value(*at) >= 0 && digits < (braces ? 6 : 2); ++at, ++digits)
    out = out * 16 + static_cast<char32_t>(hex_value(*at));
  if (braces && (at == end || *at++ != '}')) return false;
  return digits > 0 && (braces || digits == 2) && out <= kLast;
}

// "[:alpha:]" and "[:^alpha:]", past its first bracket.
bool read_posix(const char*& at, const char* end, CharSet& out) {
  const std::string_view rest(at, static_cast<std::size_t>(end - at));
  const std::size_t close = rest.find(":]");
  if (close == std::string_view::npos || rest[0] != ':') return false;
  const bool negated = rest.substr(1, 1) == "^";
  for (const Named& named : kPosix) {
    if (named.name != rest.substr(negated ? 2 : 1, close - (negated ? 2 : 1))) continue;
    negated ? add_complement(out, named.ranges) : add_ranges(out, named.ranges);
    at += close + 2;
    return true;
  }
  return false;
}

}  // namespace

std::string_view read_class(const char*& at, const char* end, CharSet& out) {
  if (at != end && *at == '^') out.negated = true, ++at;
  for (bool first = true; at != end && (*at != ']' || first); first = false) {
    if (*at == '[' && at + 1 != end && at[1] == ':') {
      if (!read_posix(++at, end, out)) return "unknown class name";
      continue;
    }
    char32_t low = 0;
    if (*at == '\\') {
      ++at;
      if (read_class_escape(at, end, out)) continue;
      if (!read_character_escape(at, end, low)) return "unknown escape";
    } else {
      low = text::decode(at, end);
    }
    char32_t high = low;
    if (end - at >= 2 && at[0] == '-' && at[1] != ']') {
      ++at;
      if (*at == '\\') {
        if (!read_character_escape(++at, end, high)) return "unknown escape";
      } else {
        high = text::decode(at, end);
      }
    }
    if (high < low) return "range in the wrong order";
    out.add(low, high);
  }
  if (at == end) return "missing ]";
  ++at;
  return {};
}

bool read_class_escape(const char*& at, const char* end, CharSet& out) {
  if (at == end) return false;
  std::string_view ranges;
  switch (*at | 0x20) {
    case 'd':
      ranges = "09";
      break;
    case 'w':
      ranges = "09AZ__az";
      break;
    case 's':
      ranges = "\t\n\f\r  ";
      break;
    case 'p': {
      constexpr std::string_view kHan = "{Han}";
      if (static_cast<std::size_t>(end - at) < 1 + kHan.size() ||
          std::string_view(at + 1, kHan.size()) != kHan)
        return false;
      (*at == 'p' ? out.han : out.not_han) = true;
      at += 1 + kHan.size();
      return true;
    }
    default:
      return false;
  }
  *at >= 'a' ? add_ranges(out, ranges) : add_complement(out, ranges);
  ++at;
  return true;
}

bool read_character_escape(const char*& at, const char* end, char32_t& out) {
  if (at == end) return false;
  const char c = *at++;
  switch (c) {
    case 'n':
      return out = '\n', true;
    case 't':
      return out = '\t', true;
    case 'r':
      return out = '\r', true;
    case 'f':
      return out = '\f', true;
    case 'v':
      return out = '\v', true;
    case 'a':
      return out = '\a', true;
    case 'x':
      return read_hex(at, end, out);
    default:
      out = static_cast<unsigned char>(c);
      return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
             (c >= '{' && c <= '~');
  }
}

void CharSet::add_case_variants() {
  for (std::size_t i = 0, n = ranges.size(); i < n; ++i) {
    const Range r = ranges[i];
    const auto shift = [&](char32_t first, char32_t last, int by) {
      const char32_t low = std::max(r.first, first), high = std::min(r.last, last);
      if (low <= high) add(low + static_cast<char32_t>(by), high + static_cast<char32_t>(by));
    };
    shift('a', 'z', -32);
    shift('A', 'Z', 32);
  }
}

void CharSet::finish() {
  std::vector<Range> sorted;  // by insertion: sets are small
  for (const Range& r : ranges) {
    auto place = sorted.end();
    while (place != sorted.begin() && place[-1].first > r.first) --place;
    sorted.insert(place, r);
  }
  ranges.clear();
  for (const Range& r : sorted) {
    if (!ranges.empty() && r.first <= ranges.back().last + 1) {
      ranges.back().last = std::max(ranges.back().last, r.last);
    } else {
      ranges.push_back(r);
    }
  }
}

void LeadBytes::add(char32_t first, char32_t last) {
  const auto lead = [](char32_t c) -> unsigned {
    return c < 0x80 ? c : c < 0x800 ? 0xC0 | c >> 6 : c < 0x10000 ? 0xE0 | c >> 12 : 0xF0 | c >> 18;
  };
  for (unsigned byte = lead(first); byte <= lead(last); ++byte) {
    if ((byte & 0xC0) != 0x80)
      bits[byte >> 6] |= std::uint64_t{1} << (byte & 63);  // those only ever continue a character
  }
}

void LeadBytes::add(const CharSet& set) {
  if (set.negated) return add_all();
  for (const CharSet::Range& r : set.ranges) add(r.first, r.last);
  if (set.han || set.not_han) add(0x80, kLast);
  if (set.not_han) add(0, 0x7F);
}

}  // namespace formcheck::cel
