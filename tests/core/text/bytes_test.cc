#include "text/bytes.h"

#include <catch2/catch.hpp>

#include "text/random_text.h"

namespace formcheck::text {
namespace {

TEST_CASE("common ends of two texts") {
  testing::RandomText random(19);
  for (int round = 0; round < 4000; ++round) {
    const std::string head = random.text(random.below(40)), tail = random.text(random.below(40));
    const std::string a = head + random.text(random.below(3)) + tail,
                      b = head + random.text(random.below(3)) + tail;
    std::size_t prefix = 0, suffix = 0;
    while (prefix < std::min(a.size(), b.size()) && a[prefix] == b[prefix]) ++prefix;
    while (suffix < std::min(a.size(), b.size()) && a[a.size() - 1 - suffix] == b[b.size() - 1 - suffix])
      ++suffix;
    REQUIRE(common_prefix(a, b) == prefix);
    REQUIRE(common_suffix(a, b) == suffix);
  }
}

TEST_CASE("the first line feed at every place, and bytes that look like one") {
  for (std::size_t size = 0; size < 80; ++size) {
    for (const char filler : {'a', '\x0B', '\x09', '\x8A', '\x00', '\xFF'}) {
      std::string s(size, filler);
      REQUIRE(line_length(s) == size);
      for (std::size_t at = size; at-- != 0;) {
        s[at] = '\n';
        REQUIRE(line_length(s) == at + 1);
      }
    }
  }
}

TEST_CASE("replacing bytes is what std::string does, whatever the lengths") {
  testing::RandomText random(29);
  for (int round = 0; round < 6000; ++round) {
    std::string s = random.bytes(random.below(300)), expected = s;
    const std::size_t at = random.below(s.size() + 1),
                      removed = random.below(std::min<std::size_t>(s.size() - at, 70) + 1);
    const std::string inserted = random.bytes(random.below(70));
    expected.replace(at, removed, inserted);
    replace_bytes(s, at, removed, inserted);
    REQUIRE(s == expected);
  }
}

}  // namespace
}  // namespace formcheck::text
