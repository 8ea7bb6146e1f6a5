#include <map>
#include <set>

#include "random_edits.h"
#include "support.h"

using formcheck::form::Session;

namespace {

// What a fresh session says of the same draft.
std::string full(const Session& session, const formcheck::form::Definition& definition) {
  Session fresh(definition);
  REQUIRE(fresh.open(session.draft("")).ok);
  return fresh.report();
}

void follow(const formcheck::form::Definition& definition, const std::string& start, unsigned seed, int edits, int every) {
  Session session(definition);
  if (!start.empty()) REQUIRE(session.open(start).ok);
  support::RandomEdits edit(session, seed);
  for (int i = 1; i <= edits; ++i) {
    edit.step();
    if (i % every != 0 && i != edits) continue;
    INFO("seed " << seed << ", after edit " << i);
    REQUIRE(session.report() == full(session, definition));
  }
}

}  // namespace

TEST_CASE("after ten thousand random edits the incremental verdicts equal the full ones") {
  follow(support::real(), support::sample(), 1, 10'000, 50);
}

TEST_CASE("the same from a blank form and other seeds, looking after every edit") {
  for (unsigned seed = 2; seed < 6; ++seed) follow(support::real(), "", seed, 250, 1);
  for (unsigned seed = 6; seed < 16; ++seed) follow(support::mini(), "", seed, 400, 1);
}

TEST_CASE("deltas, applied one after another, build the snapshot") {
  Session session(support::real());
  REQUIRE(session.open(support::sample()).ok);
  support::RandomEdits edit(session, 77);
  support::Json mirror = support::Json::parse(session.snapshot());
  std::map<std::string, support::Json> findings;
  for (const auto& f : mirror["findings"]) findings[f["key"]] = f;
  for (int i = 0; i < 1500; ++i) {
    edit.step();
    const auto delta = support::Json::parse(session.delta());
    if (delta.contains("findings")) {
      for (const auto& key : delta["findings"]["gone"]) findings.erase(key.get<std::string>());
      for (const auto& f : delta["findings"]["changed"]) findings[f["key"]] = f;
    }
    if (delta.contains("rows")) mirror["rows"].update(delta["rows"]);
    if (delta.contains("sections")) {
      for (const auto& s : delta["sections"]) {
        for (auto& old : mirror["sections"]) {
          if (old["id"] == s["id"]) old = s;
        }
      }
    }
    if (delta.contains("history")) mirror["history"] = delta["history"];
    if (delta.contains("todo")) mirror["todo"] = delta["todo"];
    if (delta.contains("figures")) mirror["figures"] = delta["figures"];
    if (i % 25 != 0) continue;
    INFO("after edit " << i);
    const auto now = support::Json::parse(session.snapshot());
    REQUIRE(mirror["rows"].dump() == now["rows"].dump());
    REQUIRE(mirror["sections"].dump() == now["sections"].dump());
    REQUIRE(mirror["todo"].dump() == now["todo"].dump());
    REQUIRE(mirror["figures"].dump() == now["figures"].dump());
    REQUIRE(mirror["history"].dump() == now["history"].dump());
    std::set<std::string> told, true_now;
    for (const auto& [key, f] : findings) told.insert(key);
    for (const auto& f : now["findings"]) true_now.insert(f["key"]);
    REQUIRE(told == true_now);
    for (const auto& f : now["findings"]) REQUIRE(findings[f["key"]].dump() == f.dump());
  }
}

TEST_CASE("undoing everything gives the draft back, redoing everything gives the work back") {
  for (unsigned seed = 20; seed < 30; ++seed) {
    Session session(support::real());
    REQUIRE(session.open(support::sample()).ok);
    const std::string before = session.draft("");
    support::RandomEdits edit(session, seed);
    for (int i = 0; i < 300; ++i) edit.step();
    // Acknowledgements are not steps; compare what was typed.
    const auto values = [](const std::string& draft) {
      const auto json = support::Json::parse(draft);
      return json["values"].dump() + json["figures"].dump();
    };
    while (session.redo() != 0) {
    }
    const std::string after = session.draft("");
    while (session.undo() != 0) {
    }
    INFO("seed " << seed);
    REQUIRE(values(session.draft("")) == values(before));
    while (session.redo() != 0) {
    }
    REQUIRE(values(session.draft("")) == values(after));
    REQUIRE(session.report() == full(session, support::real()));
  }
}
