#include "text/paragraphs.h"

#include "text/case_files.h"
#include "text/figures.h"
#include "text/random_text.h"
#include "text/utf8.h"

namespace formcheck::text {
namespace {

Counts full(const std::string& s, bool figures) { return figures ? count_without_figures(s) : count(s); }

std::vector<std::uint32_t> figures_in(const std::string& s) {
  std::vector<std::uint32_t> out;
  for (const FigureLine& line : figure_lines(s)) out.push_back(line.number);
  return out;
}

TEST_CASE("figure lines of tests/cases/text/figures.json") {
  const auto cases = testing::read_cases("text/figures.json");
  for (const bool expected : {true, false}) {
    for (const auto& c : cases.at(expected ? "figure" : "text")) {
      const std::string line = c;
      CAPTURE(line);
      CHECK(is_figure_line(line) == expected);
    }
  }
  for (const auto& c : cases.at("words")) {
    const std::string text = c.at(0);
    CAPTURE(text);
    CHECK(count_without_figures(text).words == c.at(1).get<std::uint32_t>());
    Paragraphs with(true), without;
    with.assign(text);
    without.assign(text);
    CHECK(with.counts() == count_without_figures(text));
    CHECK(without.counts() == count(text));
  }
}

TEST_CASE("the same text is no change") {
  Paragraphs p;
  CHECK_FALSE(p.assign(""));
  CHECK_FALSE(p.splice(0, 0, ""));
  CHECK_FALSE(p.splice(0, 10, ""));
  CHECK(p.assign("质量"));
  CHECK_FALSE(p.assign("质量"));
  CHECK_FALSE(p.splice(1, 1, "量"));
  CHECK(p.splice(1, 1, "量标杆"));
  CHECK(p.text() == "质量标杆");
  CHECK(p.splice(2, SIZE_MAX, ""));
  CHECK(p.text() == "质量");
  CHECK(p.splice(SIZE_MAX, SIZE_MAX, "杆"));
  CHECK(p.text() == "质量杆");
}

TEST_CASE("an offset inside a surrogate pair means the pair") {
  Paragraphs p;
  p.assign("a😀b");
  CHECK(p.splice(2, 0, "x"));
  CHECK(p.text() == "ax😀b");
}

// One text edited many times, through both doors, in the places where it may go wrong: line starts and ends,
// piece ends, inside markers, at both ends of the text.
void edit_at_random(std::uint32_t seed, bool figures, std::size_t pieces, int edits, std::size_t largest,
                    bool ill_formed) {
  testing::RandomText random(seed);
  Paragraphs p(figures);
  std::string reference = random.text(pieces);
  REQUIRE(p.assign(reference) == !reference.empty());
  REQUIRE(p.take_figures_changed() == (figures && !reference.empty()));
  std::size_t last_place = 0, unsearched = 0;
  for (int i = 0; i < edits; ++i) {
    const std::size_t units = utf16_length(reference);
    std::size_t from = random.below(units + 3);
    if (random.below(3) == 0) from = last_place;  // typing on
    if (random.below(10) == 0) from = random.below(2) == 0 ? 0 : units;
    std::size_t removed = random.below(3) == 0 ? random.below(largest) : random.below(2);
    if (random.below(60) == 0) removed = units;
    std::string inserted =
        random.below(3) == 0 ? "" : random.text(random.below(8) == 0 ? random.below(largest) : 1);
    if (ill_formed) inserted += random.bytes(random.below(3));
    const std::size_t first = byte_offset(reference, from), last = byte_offset(reference, from + removed);
    std::string next = reference;
    next.replace(first, last - first, inserted);

    CAPTURE(seed, i, from, removed, inserted);
    const bool changed = next != reference;
    REQUIRE((random.below(2) == 0 ? p.splice(from, removed, inserted) : p.assign(next)) == changed);
    REQUIRE(p.text() == next);
    REQUIRE(p.counts() == full(next, figures));
    // Who is told that no figure line changed must not have to look.
    if (!p.take_figures_changed()) {
      ++unsearched;
      if (figures) REQUIRE(figures_in(next) == figures_in(reference));
    }
    reference = std::move(next);
    last_place = from + utf16_length(inserted);
  }
  if (!figures) REQUIRE(unsearched == static_cast<std::size_t>(edits));
  if (pieces > 10000) REQUIRE(unsearched > 0);
}

TEST_CASE("after any edits the counts are those of a full count") {
  for (const bool figures : {false, true}) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
      edit_at_random(seed, figures, 0, 200, 30, false);  // grows from nothing, stays short
      edit_at_random(seed + 100, figures, 700, 200, 200, false);
      edit_at_random(seed + 200, figures, 300, 100, 100, true);
    }
    edit_at_random(301, figures, 30000, 150, 3000, false);  // some 40,000 characters
  }
}

TEST_CASE("long lines without a break, and lines that become markers and cease to be") {
  const std::string han = "质", filler(3000, 'a');
  std::string ideographs;
  for (int i = 0; i < 2000; ++i) ideographs += han;
  const std::string markers = "【图1】";
  for (const std::string& body : {ideographs, filler, ideographs + filler + ideographs, filler + han}) {
    Paragraphs p(true);
    std::string reference = "头\n" + markers + "\n" + body + markers + "\n尾";
    p.assign(reference);
    REQUIRE(p.counts() == full(reference, true));
    const auto edit = [&](std::size_t from, std::size_t removed, const std::string& inserted) {
      const std::size_t first = byte_offset(reference, from), last = byte_offset(reference, from + removed);
      reference.replace(first, last - first, inserted);
      p.splice(from, removed, inserted);
      REQUIRE(p.text() == reference);
      REQUIRE(p.counts() == full(reference, true));
    };
    const std::size_t body_units = utf16_length(body), start = 7;
    edit(start, body_units, "");  // the marker behind the body is a line now
    edit(start, 0, body);         // and again is not
    edit(start - 1, 1, "");       // the marker line runs into the body
    edit(start - 1, 0, "\n");
    edit(start, body_units - 1, "");
    edit(start, 1, "");
    edit(start, 0, "\n\n" + body + "\n");
    edit(0, SIZE_MAX / 2, "");
    edit(0, 0, body);
  }
}

TEST_CASE("a marker is one only where nothing else is left of its line, however long") {
  std::string wide, ideographs;
  for (int i = 0; i < 300; ++i) wide += "　";
  for (int i = 0; i < 300; ++i) ideographs += "质";
  const std::string padded = wide + "【图1】" + wide + "\n", behind = ideographs + "【图1】\n" + ideographs;
  Paragraphs p(true);
  for (int spaces = 0; spaces <= 130; ++spaces) {
    const std::string lines =
        "标杆\n" + padded.substr(static_cast<std::size_t>(spaces) * 3) + "质量\n" + padded;
    p.assign(lines);
    REQUIRE(p.counts() == full(lines, true));
    REQUIRE(p.counts().words == 4);
  }
  // What stands before the marker goes one by one, from its side and from the other.
  for (const bool from_front : {false, true}) {
    p.assign(behind);
    std::string reference = behind;
    for (std::size_t left = 300; left != 0; --left) {
      p.splice(from_front ? 0 : left - 1, 1, "");
      reference.erase(from_front ? 0 : (left - 1) * 3, 3);
      CAPTURE(from_front, left);
      REQUIRE(p.text() == reference);
      REQUIRE(p.counts() == full(reference, true));
    }
    REQUIRE(p.counts().words == 300);
  }
}

// Cuts in every place of a text that has several pieces, then puts back what was cut.
TEST_CASE("a cut at every place, and back") {
  testing::RandomText random(23);
  const std::string text = random.text(900);
  const std::size_t units = utf16_length(text);
  for (const std::size_t length : {std::size_t{1}, std::size_t{70}, std::size_t{200}}) {
    Paragraphs p(true);
    p.assign(text);
    for (std::size_t from = 0; from < units; ++from) {
      const std::size_t first = byte_offset(text, from), last = byte_offset(text, from + length);
      std::string cut = text;
      cut.erase(first, last - first);
      p.splice(from, length, "");
      CAPTURE(from, length);
      REQUIRE(p.counts() == full(cut, true));
      p.assign(text);
      REQUIRE(p.counts() == full(text, true));
    }
  }
}

}  // namespace
}  // namespace formcheck::text
