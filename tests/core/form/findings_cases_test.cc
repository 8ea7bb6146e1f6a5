// tests/cases/findings/*.json: one seeded fault or one tempting non-fault each, with exactly what must be found.
#include <algorithm>

#include "apply_change.h"
#include "support.h"

using support::Json;
using formcheck::form::Session;

namespace {

// The part of a finding, expected or found, that must agree exactly.
Json essence(const Json& findings) {
  Json out = Json::array();
  for (const Json& f : findings) {
    Json item = {{"rule", f["rule"]}, {"severity", f["severity"]}, {"at", f["at"]}};
    if (f.contains("row")) item["row"] = f["row"];
    out.push_back(std::move(item));
  }
  return out;
}

// What a case may say besides: parts of the message, the value a mend would write, whether it is acknowledged.
void check_details(const Json& expected, const Json& found) {
  for (const Json& want : expected) {
    const auto got = std::find_if(found.begin(), found.end(), [&](const Json& f) { return f["rule"] == want["rule"] && f["at"] == want["at"]; });
    REQUIRE(got != found.end());
    const std::string message = (*got)["message"].get<std::string>();
    INFO(message);
    CHECK(message.find('{') == std::string::npos);
    if (want.contains("says")) {
      for (const Json& part : want["says"]) CHECK(message.find(part.get<std::string>()) != std::string::npos);
    }
    if (want.contains("fix")) CHECK((got->contains("fix") ? (*got)["fix"]["to"] : Json()) == want["fix"]);
    if (want.contains("acknowledged")) CHECK(got->contains("acknowledged") == want["acknowledged"].get<bool>());
  }
}

std::vector<std::string> sorted(const Json& list) {
  std::vector<std::string> out;
  for (const Json& item : list) {
    const nlohmann::json unordered = nlohmann::json::parse(item.dump());
    out.push_back(unordered.dump());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

TEST_CASE("every case file gives exactly the expected findings") {
  std::size_t files = 0;
  for (const auto& entry : support::fs::directory_iterator(support::kRoot / "tests/cases/findings")) {
    if (entry.path().extension() != ".json") continue;
    ++files;
    DYNAMIC_SECTION(entry.path().filename().string()) {
      const Json test = support::read_json(entry.path());
      INFO(test["about"].get<std::string>());
      Session session(support::real());
      const std::string from = test["from"].get<std::string>();
      const std::string start = from == "blank" ? session.draft("") : support::read(entry.path().parent_path() / from);
      REQUIRE(session.open(support::apply_change(start, test.value("change", Json::array()))).ok);
      const Json report = Json::parse(session.report());
      REQUIRE(sorted(essence(report["findings"])) == sorted(essence(test["expect"]["findings"])));
      check_details(test["expect"]["findings"], report["findings"]);
      if (test["expect"].contains("pending")) {
        for (const Json& wanted : test["expect"]["pending"]) {
          INFO("pending " << wanted.dump());
          const bool found = std::any_of(report["pending"].begin(), report["pending"].end(), [&](const Json& p) {
            return p["rule"] == wanted["rule"] && (!wanted.contains("row") || p.value("row", "") == wanted["row"]);
          });
          REQUIRE(found);
        }
      }
    }
  }
  REQUIRE(files >= 60);
}

TEST_CASE("no rule ever breaks on the cases: a fault is a defect of ours") {
  for (const auto& entry : support::fs::directory_iterator(support::kRoot / "tests/cases/findings")) {
    if (entry.path().extension() != ".json") continue;
    const Json test = support::read_json(entry.path());
    Session session(support::real());
    const std::string from = test["from"].get<std::string>();
    const std::string start = from == "blank" ? session.draft("") : support::read(entry.path().parent_path() / from);
    REQUIRE(session.open(support::apply_change(start, test.value("change", Json::array()))).ok);
    const Json report = Json::parse(session.report());
    for (const Json& p : report["pending"]) {
      INFO(entry.path() << " " << p.dump());
      REQUIRE(p["state"] == "pending");
    }
  }
}
