#include <map>
#include <random>
#include <set>

#include "formats/format.h"
#include "text/case_files.h"

namespace formcheck::formats {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

std::set<std::string_view> problems(const std::string& code) {
  std::set<std::string_view> out;
  for (const Problem& p : find("uscc")->check(code)) out.insert(p.code);
  return out;
}

TEST_CASE("registered codes of ../shared/data/uscc.tsv fail just the check digits they are known to fail") {
  const auto rows = testing::shared_rows("data/uscc.tsv");
  if (!rows) return;
  CHECK(rows->size() >= 100);
  const std::map<std::string, std::set<std::string_view>> expected{
      {"pass", {}},
      {"mod31", {"uscc.checkDigit"}},
      {"org11", {"uscc.organizationCheckDigit"}},
      {"mod31+org11", {"uscc.checkDigit", "uscc.organizationCheckDigit"}}};
  for (const auto& row : *rows) {
    REQUIRE(row.size() == 2);
    REQUIRE(expected.count(row[1]) == 1);
    auto found = problems(row[0]);
    found.erase("uscc.notEnterprise");
    CAPTURE(row[0]);
    CHECK(found == expected.at(row[1]));
  }
}

// Codes whose two check digits are right, found by asking for the digits expected.
std::string valid_code(std::mt19937& engine) {
  std::uniform_int_distribution<std::size_t> any(0, kAlphabet.size() - 1), digit(0, 9);
  std::string code = "9133";
  while (code.size() < 8) code += kAlphabet[digit(engine)];
  while (code.size() < 18) code += kAlphabet[any(engine)];
  for (const auto& [problem, place] :
       {std::pair{"uscc.organizationCheckDigit", 16}, {"uscc.checkDigit", 17}}) {
    for (const Problem& p : find("uscc")->check(code)) {
      if (p.code == problem) code[static_cast<std::size_t>(place)] = p.args.begin()->value.at(0);
    }
  }
  return code;
}

TEST_CASE("every single substitution and every swap of neighbours in a valid code is caught") {
  std::mt19937 engine(31);
  std::size_t substitutions = 0, swaps = 0, missed = 0;
  for (int round = 0; round < 60; ++round) {
    const std::string code = valid_code(engine);
    CAPTURE(code);
    REQUIRE(problems(code).empty());
    for (std::size_t i = 0; i < code.size(); ++i) {
      for (const char c : kAlphabet) {
        if (c == code[i]) continue;
        std::string other = code;
        other[i] = c;
        ++substitutions;
        if (problems(other).count("uscc.checkDigit") == 0) ++missed;
      }
      if (i == 0 || code[i] == code[i - 1]) continue;
      std::string other = code;
      std::swap(other[i], other[i - 1]);
      ++swaps;
      if (problems(other).count("uscc.checkDigit") == 0) ++missed;
    }
  }
  CHECK(substitutions == 60 * 18 * 30);
  CHECK(swaps > 900);
  CHECK(missed == 0);
}

}  // namespace
}  // namespace formcheck::formats
