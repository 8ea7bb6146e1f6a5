// The regular expression engine: meaning, bounds, linear time.
#include "cel/compile/regex_compile.h"

#include <random>
#include <regex>

#include "cel/data.h"

namespace formcheck::cel {
namespace {

using test::Json;
using test::load;

bool search(const Pattern& pattern, std::string_view text) {
  std::int64_t steps = 1'000'000;
  const auto found = pattern.search(text, steps);
  REQUIRE(found);
  return *found;
}

// Steps a search takes.
std::int64_t cost(std::string_view pattern, std::string_view text) {
  constexpr std::int64_t kPlenty = 1'000'000'000;
  std::int64_t steps = kPlenty;
  const auto compiled = compile_pattern(pattern);
  REQUIRE(compiled);
  REQUIRE(compiled->search(text, steps));
  return kPlenty - steps;
}

// A random pattern over a and b that std::regex reads the same way.
std::string random_pattern(std::mt19937& random, int depth) {
  const auto roll = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  if (depth == 0) {
    constexpr const char* kAtoms[] = {"a", "b", ".", "[ab]", "[^a]", "ab", "(?:)"};
    return kAtoms[roll(7)];
  }
  switch (roll(6)) {
    case 0:
      return "(?:" + random_pattern(random, depth - 1) + "|" + random_pattern(random, depth - 1) + ")";
    case 1: {
      constexpr const char* kCounts[] = {"*", "+", "?", "{2}", "{1,2}", "{0,1}", "{2,}"};
      return "(?:" + random_pattern(random, depth - 1) + ")" + kCounts[roll(7)];
    }
    case 2:
      return "^" + random_pattern(random, depth - 1);
    case 3:
      return random_pattern(random, depth - 1) + "$";
    default:
      return random_pattern(random, depth - 1) + random_pattern(random, depth - 1);
  }
}

}  // namespace

TEST_CASE("patterns match what they should") {
  const Json groups = load("patterns.json");
  for (const auto& [group, cases] : groups.items()) {
    for (const Json& c : cases) {
      const std::string pattern = c[0], text = c[1];
      INFO(group << ": " << pattern << " on \"" << text << '"');
      const auto compiled = compile_pattern(pattern);
      if (!compiled) FAIL_CHECK(compiled.error());
      if (compiled) CHECK(search(*compiled, text) == c[2].get<bool>());
    }
  }
}

TEST_CASE("bad patterns are refused with a reason") {
  const Json cases = load("bad_patterns.json");
  for (const auto& [pattern, problem] : cases.items()) {
    INFO(pattern);
    const auto compiled = compile_pattern(pattern);
    REQUIRE_FALSE(compiled);
    CHECK(compiled.error() == problem.get<std::string>());
  }
  CHECK(compile_pattern(std::string(1000, 'a')));
  CHECK_FALSE(compile_pattern(std::string(1001, 'a')));
  CHECK(compile_pattern(std::string(32, '(') + "a" + std::string(32, ')')));
  CHECK_FALSE(compile_pattern(std::string(33, '(') + "a" + std::string(33, ')')));
}

TEST_CASE("patterns that blow up elsewhere take steps in proportion to the text") {
  for (const char* pattern :
       {"(a*)*b", "(a|aa)+b", "(a|a)*b", "(a?){10}a{10}c", "(.*)(.*)(.*)x", "([a-z]+)*\\d"}) {
    INFO(pattern);
    const std::int64_t once = cost(pattern, std::string(5000, 'a')),
                       twice = cost(pattern, std::string(10000, 'a'));
    CHECK(once > 1000);
    CHECK(once < 200'000);
    CHECK(twice < once * 21 / 10);
  }
}

TEST_CASE("a search stops when its steps run out") {
  const auto pattern = compile_pattern("(a*)*b");
  std::int64_t steps = 100;
  CHECK_FALSE(pattern->search(std::string(5000, 'a'), steps));
  CHECK(steps < 0);
  steps = 100;
  CHECK(pattern->search("ab", steps) == true);
}

TEST_CASE("random patterns agree with std::regex") {
  std::mt19937 random(20250909);
  std::size_t matches = 0, tried = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string source = random_pattern(random, 1 + i % 4);
    const auto ours = compile_pattern(source);
    REQUIRE(ours);
    const std::regex theirs(source);
    for (int j = 0; j < 10; ++j) {
      std::string text;
      for (std::size_t n = random() % 7; n > 0; --n) text += random() % 2 == 0 ? 'a' : 'b';
      const bool expected = std::regex_search(text, theirs);
      INFO(source << " on \"" << text << '"');
      CHECK(search(*ours, text) == expected);
      matches += expected ? 1 : 0, ++tried;
    }
  }
  CHECK(matches > tried / 10);
  CHECK(matches < tried * 9 / 10);
}

}  // namespace formcheck::cel
