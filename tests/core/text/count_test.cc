#include "text/count.h"

#include "text/case_files.h"
#include "text/classes.h"
#include "text/random_text.h"
#include "text/utf8.h"

namespace formcheck::text {

static std::ostream& operator<<(std::ostream& out, const Counts& c) {
  return out << '[' << c.words << ", " << c.code_points << ", " << c.code_points_no_space << ", "
             << c.utf16_units << ", " << c.han << ", " << c.controls << ']';
}

namespace {

Counts counts(std::uint32_t words, std::uint32_t points, std::uint32_t no_space, std::uint32_t units,
              std::uint32_t han) {
  return {words, points, no_space, units, han};
}

// The five schemes of the case files; controls are compared with the definition below.
Counts schemes(std::string_view text) {
  Counts out = count(text);
  out.controls = 0;
  return out;
}

// The definition in count.h, one code point at a time.
Counts count_plainly(std::string_view s) {
  Counts out;
  bool in_word = false;
  for (const char *p = s.data(), *const end = p + s.size(); p != end;) {
    const char32_t c = decode(p, end);
    out.code_points += 1;
    out.code_points_no_space += is_space(c) ? 0 : 1;
    out.utf16_units += c > 0xFFFF ? 2 : 1;
    out.han += is_han(c) ? 1 : 0;
    out.controls += is_control(c) ? 1 : 0;
    if (is_invisible(c)) continue;
    const bool in_run = !is_space(c) && !counts_alone(c);
    if (counts_alone(c) || (in_run && !in_word)) out.words += 1;
    in_word = in_run;
  }
  return out;
}

TEST_CASE("counts of tests/cases/text/count.json") {
  std::size_t n = 0;
  const auto cases = testing::read_cases("text/count.json");
  for (const auto& group : cases.at("groups")) {
    const std::string what = group.at("what");
    for (const auto& c : group.at("cases")) {
      const std::string text = c.at(0);
      const auto& k = c.at(1);
      CAPTURE(what, text);
      CHECK(schemes(text) == counts(k.at(0), k.at(1), k.at(2), k.at(3), k.at(4)));
      ++n;
    }
  }
  CHECK(n >= 150);
}

TEST_CASE("published measurements of ../shared/data/wordcount.tsv, every scheme") {
  const auto rows = testing::shared_rows("data/wordcount.tsv");
  if (!rows) return;
  CHECK(rows->size() >= 47);
  for (const auto& row : *rows) {
    REQUIRE(row.size() >= 6);
    const auto number = [&row](std::size_t i) { return static_cast<std::uint32_t>(std::stoul(row[i])); };
    const std::string text = nlohmann::json::parse(row[0]);
    CAPTURE(row[0]);
    CHECK(schemes(text) == counts(number(1), number(2), number(3), number(4), number(5)));
  }
}

TEST_CASE("the fast paths count what the definition says") {
  testing::RandomText random(11);
  for (int round = 0; round < 4000; ++round) {
    std::string s = random.text(random.below(60));
    if (round % 4 == 0) s.insert(random.below(s.size() + 1), random.bytes(random.below(9)));
    if (round % 4 == 1 && !s.empty()) s.resize(random.below(s.size()));
    CAPTURE(s);
    REQUIRE(count(s) == count_plainly(s));
  }
}

TEST_CASE("every code point, alone and between others, counts as the definition says") {
  std::size_t wrong = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string s;
    append(s, c);
    for (const std::string& text : {s, "质" + s + "量", s + s + s, "a" + s + "b", "，" + s + "。标杆"}) {
      if (count(text) != count_plainly(text)) ++wrong;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("lines add up to the text") {
  testing::RandomText random(13);
  for (int round = 0; round < 500; ++round) {
    const std::string s = random.text(80);
    Counts sum;
    std::string_view rest = s;
    while (!rest.empty()) {
      const std::size_t size = std::min(rest.find('\n'), rest.size() - 1) + 1;
      sum += count(rest.substr(0, size));
      rest.remove_prefix(size);
    }
    REQUIRE(sum == count(s));
    sum -= count(s);
    REQUIRE(sum == Counts{});
  }
}

}  // namespace
}  // namespace formcheck::text
