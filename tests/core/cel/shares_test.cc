// Why numbers are exact decimals: market shares that sum to exactly 100.
#include <catch2/catch.hpp>
#include <random>

#include "cel/test_host.h"

namespace formcheck::cel::test {
namespace {

// Eleven shares of two places that sum to exactly 100.00, as text.
std::vector<std::string> random_shares(std::mt19937& random) {
  std::vector<int> cuts = {0, 10000};
  for (int i = 0; i < 10; ++i) cuts.push_back(static_cast<int>(random() % 10001));
  std::sort(cuts.begin(), cuts.end());
  std::vector<std::string> shares;
  for (std::size_t i = 1; i < cuts.size(); ++i) {
    const int hundredths = cuts[i] - cuts[i - 1];
    std::string cents = std::to_string(hundredths % 100);
    shares.push_back(std::to_string(hundredths / 100) + "." + (cents.size() == 1 ? "0" + cents : cents));
  }
  return shares;
}

struct Shares final : Activation {
  Table table{{"competitor", {{"share", Type::of(Kind::decimal)}}}};
  Value own;
  std::vector<Value> doubles;

  Value variable(std::uint32_t index) const override {
    if (index == 0) return Value::of(static_cast<const HostList*>(&table));
    return index == 1 ? own : Value::of_span(doubles.data(), doubles.size());
  }
};

}  // namespace

TEST_CASE("10,000 tables of eleven shares that sum to 100 are never over 100") {
  std::mt19937 random(2025);
  Shares shares;
  Environment env;
  env.declare("competitors", Type::list_of(Type::of_object(&shares.table.type)));
  env.declare("ownShare", Type::of(Kind::decimal));
  env.declare("doubles", Type::list_of(Type::of(Kind::real)));
  const auto exact = compile("competitors.map(c, c.share).sum() + ownShare <= 100", env);
  const auto equal = compile("competitors.map(c, c.share).sum() + ownShare == 100", env);
  const auto rounded = compile("doubles.sum() <= 100.0", env);
  REQUIRE(exact);
  REQUIRE(equal);
  REQUIRE(rounded);
  Arena arena;
  int false_alarms = 0, double_alarms = 0;
  for (int i = 0; i < 10'000; ++i) {
    const auto texts = random_shares(random);
    shares.table.rows.clear(), shares.doubles.clear();
    for (std::size_t t = 0; t + 1 < texts.size(); ++t) shares.table.add({texts[t]});
    shares.own = text_value(texts.back(), Type::of(Kind::decimal));
    for (const std::string& text : texts) shares.doubles.push_back(Value::of(std::stod(text)));
    const auto holds = [&](const Program& program) {
      arena.reset();
      const Result r = program.run(shares, arena);
      REQUIRE(r.failure == Failure::none);
      return r.value.boolean;
    };
    if (!holds(*exact) || !holds(*equal)) ++false_alarms;
    if (!holds(*rounded)) ++double_alarms;
  }
  CHECK(false_alarms == 0);
  // The same tables in double arithmetic: about one in five would be called wrong.
  CHECK(double_alarms > 500);
  CHECK(double_alarms < 4000);
  WARN("double arithmetic would report " << double_alarms << " of 10,000 correct tables");
}

}  // namespace formcheck::cel::test
