// tests/cases/bad-input/cases.json: files that are not quite drafts, and what must come of each.
#include <algorithm>

#include "support.h"

using support::Json;
using formcheck::form::Session;

namespace {

const support::fs::path kFolder = support::kRoot / "tests/cases/bad-input";

std::string bytes_of(const Json& test) {
  if (test.contains("file")) return support::read(kFolder / test["file"].get<std::string>());
  std::string out;
  for (const Json& part : test["parts"]) {
    if (part.is_string()) {
      out += part.get<std::string>();
      continue;
    }
    for (std::size_t i = 1; i <= part["times"].get<std::size_t>(); ++i) {
      std::string piece = part["repeat"].get<std::string>();
      for (std::size_t at = piece.find("{i}"); at != std::string::npos; at = piece.find("{i}", at)) piece.replace(at, 3, std::to_string(i));
      out += piece;
    }
  }
  return out;
}

// What stands at a pointer of the written draft; blank cells are not written.
Json value_at(const Json& draft, const std::string& pointer) {
  const Json::json_pointer at(pointer);
  return draft.contains(at) ? draft[at] : Json();
}

std::vector<std::string> codes_and_places(const Json& notices) {
  std::vector<std::string> out;
  for (const Json& n : notices) out.push_back(n["code"].get<std::string>() + " " + n["at"].get<std::string>());
  std::sort(out.begin(), out.end());
  return out;
}

bool blank(const Json& v) { return v.is_null() || v == "" || (v.is_array() && v.empty()); }

}  // namespace

TEST_CASE("bad input: a clear notice with the place, what can be kept is kept, the open draft stays") {
  for (const Json& test : support::read_json(kFolder / "cases.json")) {
    DYNAMIC_SECTION(test["name"].get<std::string>()) {
      INFO(test["about"].get<std::string>());
      const Json& expect = test["expect"];
      Session session(support::real());
      REQUIRE(session.open(support::sample()).ok);
      const std::string before = session.draft("");
      const auto opened = session.open(bytes_of(test));
      REQUIRE(opened.ok == (expect["outcome"] == "ok"));
      Json notices = Json::array();
      for (const auto& n : opened.notices) {
        notices.push_back({{"code", n.code}, {"at", n.at}});
        INFO(n.code);
        REQUIRE(support::real().wording.has(n.code));
      }
      if (expect.contains("notices")) REQUIRE(codes_and_places(notices) == codes_and_places(expect["notices"]));
      if (!opened.ok) {
        REQUIRE(session.draft("") == before);
      } else {
        const Json draft = Json::parse(session.draft(""));
        const Json aside = draft.value("aside", Json::object());
        if (expect.contains("aside")) REQUIRE(aside == expect["aside"]);
        const Json sizes = expect.value("asideSizes", Json::object()), kept = expect.value("kept", Json::object());
        for (const auto& [at, size] : sizes.items()) REQUIRE(aside[at].size() == size);
        for (const auto& [at, value] : kept.items()) {
          INFO(at);
          const Json actual = value_at(draft, at);
          REQUIRE((actual == value || (blank(actual) && blank(value))));
        }
        if (expect.contains("findings")) {
          const Json report = Json::parse(session.report());
          Json found = Json::array();
          for (const Json& f : report["findings"]) found.push_back({{"rule", f["rule"]}, {"severity", f["severity"]}, {"at", f["at"]}});
          for (const Json& f : expect["findings"]) {
            INFO(found.dump(1));
            REQUIRE(std::find(found.begin(), found.end(), f) != found.end());
          }
        }
      }
    }
  }
}
