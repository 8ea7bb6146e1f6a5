// Values shown beside cells: in snapshots and deltas, exact, and none where something they read is blank or
// no number.
#include "random_edits.h"
#include "support.h"

using formcheck::form::Session;
using formcheck::form::Slot;
using support::Json;

namespace {

// The first cell of the row with this key.
Slot row(Session& session, const char* table, const char* key) {
  const Json snapshot = Json::parse(session.snapshot());
  for (const Json& r : snapshot["rows"][table]) {
    if (r.value("key", "") == key) return r["slot"].get<Slot>();
  }
  FAIL("no row " << key);
  return 0;
}

constexpr Slot kPrevious = 2, kCurrent = 3;  // columns of 表2

std::string derived(Session& session, Slot slot) {
  return Json::parse(session.snapshot())["derived"].value(std::to_string(slot), Json::object()).dump();
}

}  // namespace

TEST_CASE("growth and share stand beside the cells they are for") {
  Session session(support::real());
  const Slot revenue = row(session, "indicators", "revenue"), profit = row(session, "indicators", "profit");
  (void)session.set(revenue + kPrevious, "3"), (void)session.set(revenue + kCurrent, "4");
  REQUIRE(derived(session, revenue + kCurrent) == R"({"growth":"33.33"})");
  (void)session.set(profit + kCurrent, "１，０００％");
  REQUIRE(derived(session, profit + kCurrent) == "{}");
  (void)session.set(profit + kCurrent, "１，０００");
  REQUIRE(derived(session, profit + kCurrent) == R"({"share":"25000"})");
  (void)session.set(revenue + kCurrent, "9007199254740993"),
      (void)session.set(profit + kCurrent, "9007199254740993");
  REQUIRE(derived(session, profit + kCurrent) == R"({"share":"100"})");
}

TEST_CASE("nothing stands where an input is blank, unreadable or zero") {
  Session session(support::real());
  const Slot revenue = row(session, "indicators", "revenue");
  for (const char* previous : {"", "0", "约3", "/"}) {
    (void)session.set(revenue + kPrevious, previous), (void)session.set(revenue + kCurrent, "4");
    INFO(previous);
    REQUIRE(derived(session, revenue + kCurrent) == "{}");
  }
}

TEST_CASE("a delta tells what is derived anew, and only that") {
  Session session(support::real());
  REQUIRE(session.open(support::sample()).ok);
  const Slot revenue = row(session, "indicators", "revenue"), profit = row(session, "indicators", "profit");
  (void)session.delta();
  (void)session.set(revenue + kPrevious, "2");
  Json told = Json::parse(session.delta())["derived"];
  REQUIRE(told.contains(std::to_string(revenue + kCurrent)));
  REQUIRE(told.contains(std::to_string(profit + kPrevious)));
  REQUIRE_FALSE(told.contains(std::to_string(profit + kCurrent)));
  (void)session.set(revenue + kPrevious, "");
  REQUIRE(Json::parse(session.delta())["derived"][std::to_string(revenue + kCurrent)].empty());
  (void)session.set(0, "某某公司");
  REQUIRE_FALSE(Json::parse(session.delta()).contains("derived"));
}

TEST_CASE("every derived value has one for each row of the sample that it is for") {
  Session session(support::real());
  REQUIRE(session.open(support::sample()).ok);
  const auto& tables = support::real().tables;
  std::size_t values = 0;
  for (std::uint32_t t = 0; t < tables.size(); ++t) {
    for (const auto& d : tables[t].derived) {
      for (const auto r : session.sheet().rows_of(t)) {
        const auto& at = session.sheet().row(r);
        if (at.seed == formcheck::form::kNone || (!d.seeds.empty() && d.seeds[at.seed] == 0)) continue;
        INFO(d.id << " " << at.id);
        REQUIRE(derived(session, at.first + d.column).find(d.id) != std::string::npos);
        ++values;
      }
    }
  }
  REQUIRE(values >= 10);
}

TEST_CASE("what deltas tell adds up to the snapshot, whatever is edited") {
  Session session(support::real());
  REQUIRE(session.open(support::sample()).ok);
  support::RandomEdits edit(session, 7);
  Json told = Json::parse(session.snapshot())["derived"];
  std::size_t changes = 0;
  for (int i = 0; i < 1200; ++i) {
    edit.step();
    const Json delta = Json::parse(session.delta()), now = Json::parse(session.snapshot());
    const Json changed = delta.value("derived", Json::object());
    for (const auto& [slot, values] : changed.items()) told[slot] = values, ++changes;
    // What was told of a row that is gone stays for when it comes back.
    for (const auto& [slot, values] : now["derived"].items()) {
      INFO(i << " " << slot);
      REQUIRE(told.value(slot, Json::object()).dump() == values.dump());
    }
    for (const auto& [table, rows] : now["rows"].items()) {
      for (const Json& r : rows) {
        for (Slot c = 0; c < 8; ++c) {
          const std::string slot = std::to_string(r["slot"].get<Slot>() + c);
          INFO(i << " " << table << " " << slot);
          REQUIRE(told.value(slot, Json::object()).dump() ==
                  now["derived"].value(slot, Json::object()).dump());
        }
      }
    }
  }
  REQUIRE(changes > 10);
}
