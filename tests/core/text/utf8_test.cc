#include "text/utf8.h"

#include <catch2/catch.hpp>

#include "text/random_text.h"

namespace formcheck::text {
namespace {

// Unicode 15, table 3-7, row by row, as an oracle of its own.
std::size_t well_formed_length(std::string_view s) {
  struct Row {
    int lead_first, lead_last, second_first, second_last, length;
  };
  constexpr Row kRows[] = {
      {0x00, 0x7F, 0, 0, 1},       {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
      {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
      {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4}};
  const auto at = [s](std::size_t i) { return static_cast<int>(static_cast<unsigned char>(s[i])); };
  for (const Row& row : kRows) {
    const auto length = static_cast<std::size_t>(row.length);
    if (at(0) < row.lead_first || at(0) > row.lead_last || s.size() < length) continue;
    if (length > 1 && (at(1) < row.second_first || at(1) > row.second_last)) continue;
    bool rest = true;
    for (std::size_t i = 2; i < length; ++i) rest = rest && at(i) >= 0x80 && at(i) <= 0xBF;
    if (rest) return length;
  }
  return 0;
}

TEST_CASE("every code point comes back as it went out") {
  std::size_t wrong = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string s;
    append(s, c);
    const char* p = s.data();
    if (decode(p, s.data() + s.size()) != c || p != s.data() + s.size() || first_invalid(s)) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("what is no code point is appended as U+FFFD") {
  for (const char32_t c : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}, char32_t{0xFFFFFFFF}}) {
    std::string s;
    append(s, c);
    CHECK(s == "\ufffd");
  }
}

TEST_CASE("well-formedness is that of table 3-7, and decoding agrees with it") {
  constexpr unsigned char kEdges[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F,
                                      0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xFF};
  std::size_t wrong = 0, tried = 0;
  for (int lead = 0; lead < 256; ++lead) {
    for (int second = 0; second < 256; ++second) {
      for (const unsigned char third : kEdges) {
        for (const unsigned char fourth : kEdges) {
          const char all[] = {static_cast<char>(lead), static_cast<char>(second), static_cast<char>(third),
                              static_cast<char>(fourth)};
          for (std::size_t size = 1; size <= 4; ++size, ++tried) {
            const std::string_view s(all, size);
            const std::size_t length = well_formed_length(s);
            const char* p = s.data();
            const char32_t c = decode(p, s.data() + size);
            if (static_cast<std::size_t>(p - s.data()) != (length == 0 ? 1 : length)) ++wrong;
            if (length == 0 && c != 0xFFFD) ++wrong;
            if ((first_invalid(s) == std::optional<std::size_t>(0)) != (length == 0)) ++wrong;
          }
        }
      }
    }
  }
  CAPTURE(tried);
  CHECK(wrong == 0);
}

TEST_CASE("the place of the first ill-formed sequence") {
  CHECK(first_invalid("") == std::nullopt);
  CHECK(first_invalid("质量 quality 😀") == std::nullopt);
  CHECK(first_invalid("质量\xFF标杆") == std::optional<std::size_t>(6));
  CHECK(first_invalid("0123456789abcdef\xC3") == std::optional<std::size_t>(16));
  CHECK(first_invalid("质\xE8\xB4") == std::optional<std::size_t>(3));
  CHECK(first_invalid("质\xED\xA0\x80") == std::optional<std::size_t>(3));
  CHECK(first_invalid(std::string(1000, 'a') + "\x80") == std::optional<std::size_t>(1000));
}

TEST_CASE("lengths and offsets in UTF-16 units") {
  const std::string s = "a质😀b";  // units 0, 1, 2–3, 4
  CHECK(utf16_length(s) == 5);
  CHECK(byte_offset(s, 0) == 0);
  CHECK(byte_offset(s, 1) == 1);
  CHECK(byte_offset(s, 2) == 4);
  CHECK(byte_offset(s, 3) == 4);  // inside the pair: its start
  CHECK(byte_offset(s, 4) == 8);
  CHECK(byte_offset(s, 5) == 9);
  CHECK(byte_offset(s, 500) == 9);
}

TEST_CASE("offsets and lengths agree with decoding one by one") {
  testing::RandomText random(7);
  for (int round = 0; round < 300; ++round) {
    const std::string s = round % 3 == 0 ? random.bytes(40) : random.text(40);
    std::size_t units = 0, wrong = 0;
    for (const char *p = s.data(), *const end = p + s.size(); p != end;) {
      const auto at = static_cast<std::size_t>(p - s.data());
      if (byte_offset(s, units) != at) ++wrong;
      units += decode(p, end) > 0xFFFF ? 2 : 1;
      if (utf16_length(std::string_view(s).substr(0, static_cast<std::size_t>(p - s.data()))) != units)
        ++wrong;
    }
    CAPTURE(round);
    CHECK(wrong == 0);
    CHECK(byte_offset(s, units) == s.size());
  }
}

}  // namespace
}  // namespace formcheck::text
