// Pictures that came with a file and belong to no narrative: kept last, in every file, until they are placed
// or deleted.
#include "support.h"

using formcheck::form::kNone;
using formcheck::form::Picture;
using formcheck::form::Session;
using formcheck::form::Slot;
using support::Json;

namespace {

const std::string kBlob = "sha256-" + std::string(64, 'c');

Picture png() { return {"image/png", 20, 10, 1000, kBlob, {}}; }
Slot slot(const char* id) { return support::real().field_index(id); }
const std::string& text(const Session& s, Slot at) { return s.sheet().cell(at).text.text(); }
std::string id(const Session& s, std::size_t index) { return s.sheet().figures().list().at(index).id; }

std::string draft_with(const std::string& figure) {
  return R"({"format":"formcheck-draft/1","form":{"id":"zj-quality-benchmark","edition":"2025","version":"1.0.0"},"values":{"overview":"甲"},"figures":[)" +
         figure + "]}";
}

}  // namespace

TEST_CASE("a picture without a narrative stands last, has no line and no finding") {
  Session s(support::real());
  const Slot overview = slot("overview");
  (void)s.set(overview, "甲");
  s.mark();
  REQUIRE((s.insert_figure(kNone, 0, "页眉：logo.png", png()) & formcheck::form::kFigures) != 0);
  REQUIRE(text(s, overview) == "甲");
  (void)s.insert_figure(overview, 1, "流程", png());
  REQUIRE(text(s, overview) == "甲\n【图1】\n");
  REQUIRE(s.sheet().figures().list()[1].field == kNone);
  for (const auto& f : s.findings().all()) REQUIRE(f.rule.rfind("figure.", 0) != 0);
  const Json delta = Json::parse(s.delta());
  REQUIRE(delta["figures"][0]["slot"] == overview);
  REQUIRE_FALSE(delta["figures"][1].contains("slot"));
  REQUIRE_FALSE(Json::parse(s.draft(""))["figures"][1].contains("field"));
  Session other(support::real());
  REQUIRE(other.open(s.draft("")).notices.empty());
  REQUIRE(other.draft("") == s.draft(""));
}

TEST_CASE("it is placed, brought back and deleted as one step each") {
  Session s(support::real());
  const Slot overview = slot("overview");
  (void)s.set(overview, "甲\n【图1】");
  s.mark();
  (void)s.insert_figure(kNone, 0, "一", png());
  const std::string kept = s.draft("");
  // A line that waited for figure 1 is not its line until somebody says so.
  REQUIRE_FALSE(s.sheet().figures().placed(0));
  REQUIRE(s.move_figure(id(s, 0), 0) == 0);
  REQUIRE(s.place_figure(id(s, 0), overview, 3) != 0);
  REQUIRE(text(s, overview) == "甲\n【图1】\n");
  REQUIRE(s.sheet().figures().placed(0));
  REQUIRE(s.undo() != 0);
  REQUIRE(s.draft("") == kept);
  REQUIRE(s.remove_figure(id(s, 0)) != 0);
  REQUIRE(text(s, overview) == "甲\n【图1】");
  REQUIRE(s.sheet().figures().list().empty());
  REQUIRE(s.undo() != 0);
  REQUIRE(s.draft("") == kept);
}

TEST_CASE("what no browser shows is kept as it came, and never stands in a narrative") {
  Session s(support::real());
  const std::string emf =
      R"({"id":"k","caption":"图表","type":"image/x-emf","width":0,"height":0,"data":"AQAAAGwA"})";
  const auto opened = s.open(draft_with(emf));
  REQUIRE(opened.ok);
  REQUIRE(opened.notices.empty());
  REQUIRE(s.picture_data("k") == "AQAAAGwA");
  REQUIRE(s.place_figure("k", slot("overview"), 0) == 0);
  REQUIRE(Json::parse(s.draft(""))["figures"][0]["data"] == "AQAAAGwA");
  // What says it is a PNG must be one, with a size; and a narrative the form has not is not none.
  for (
      const char* bad :
      {R"({"id":"a","caption":"","type":"image/png","width":1,"height":1,"data":"/9j/AAAA"})",
       R"({"id":"a","caption":"","type":"image/png","width":0,"height":1,"data":"iVBORw0KGgo="})",
       R"({"id":"a","caption":"","type":"image/x-emf","width":0,"height":0,"data":"<>"})",
       R"({"id":"a","field":"gone","caption":"","type":"image/png","width":1,"height":1,"data":"iVBORw0KGgo="})"}) {
    Session t(support::real());
    REQUIRE(t.open(draft_with(bad)).notices.size() == 1);
    REQUIRE(t.sheet().figures().list().empty());
    REQUIRE(Json::parse(t.draft(""))["aside"].contains("/figures/0"));
  }
}
