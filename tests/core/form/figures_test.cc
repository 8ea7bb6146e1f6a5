// Figures and their 【图n】 lines: whatever is inserted, moved, deleted and undone, lines and numbers agree.
#include <algorithm>
#include <random>

#include "support.h"

using formcheck::form::Picture;
using formcheck::form::Session;
using formcheck::form::Slot;
using support::Json;

namespace {

Picture picture(std::uint32_t n) {
  return {"image/png", 10 + n, 10, 1000, "sha256-" + std::string(64, 'b'), {}};
}

Slot slot(const char* id) { return support::real().field_index(id); }
const std::string& text(const Session& s, Slot at) { return s.sheet().cell(at).text.text(); }
std::string id(const Session& s, std::size_t index) { return s.sheet().figures().list().at(index).id; }

bool fires(Session& s, const std::string& rule) {
  const auto all = s.findings().all();
  return std::any_of(all.begin(), all.end(), [&](const auto& f) { return f.rule == rule; });
}

}  // namespace

TEST_CASE("a figure gets a line of its own, and those behind it move on, in other narratives too") {
  Session s(support::real());
  const Slot overview = slot("overview"), results = slot("results");
  (void)s.set(overview, "甲段\n乙段");
  (void)s.set(results, "丙段");
  REQUIRE((s.insert_figure(results, 2, "丙图", picture(1)) & formcheck::form::kFigures) != 0);
  REQUIRE(text(s, results) == "丙段\n【图1】\n");
  (void)s.insert_figure(overview, 4, "乙图", picture(2));
  REQUIRE(text(s, overview) == "甲段\n乙段\n【图1】\n");
  REQUIRE(text(s, results) == "丙段\n【图2】\n");
  (void)s.insert_figure(overview, 1, "甲图", picture(3));
  REQUIRE(text(s, overview) == "甲段\n【图1】\n乙段\n【图2】\n");
  REQUIRE(text(s, results) == "丙段\n【图3】\n");
  (void)s.insert_figure(overview, 0, "首图", picture(4));
  REQUIRE(text(s, overview) == "【图1】\n甲段\n【图2】\n乙段\n【图3】\n");
  REQUIRE(s.sheet().figures().list()[1].caption == "甲图");
  for (int i = 0; i < 4; ++i) REQUIRE(s.undo() != 0);
  REQUIRE(text(s, overview) == "甲段\n乙段");
  REQUIRE(text(s, results) == "丙段");
  REQUIRE(s.sheet().figures().list().empty());
}

TEST_CASE("a line written beforehand is taken over, others that wait are left alone") {
  Session s(support::real());
  const Slot overview = slot("overview");
  (void)s.set(overview, "甲\n【图1】\n乙\n【图2】");
  REQUIRE(fires(s, "figure.missing"));
  (void)s.insert_figure(overview, 3, "一", picture(1));
  REQUIRE(text(s, overview) == "甲\n【图1】\n乙\n【图2】");
  (void)s.insert_figure(overview, 12, "二", picture(2));
  REQUIRE(text(s, overview) == "甲\n【图1】\n乙\n【图2】\n");
  REQUIRE_FALSE(fires(s, "figure.missing"));
  (void)s.set(overview, "甲\n【图1】\n乙\n【图2】\n【图3】");
  (void)s.insert_figure(overview, 0, "先", picture(3));
  REQUIRE(text(s, overview) == "【图1】\n甲\n【图2】\n乙\n【图3】\n【图4】");
  REQUIRE(fires(s, "figure.missing"));
}

TEST_CASE("deleting takes the line along and closes the gap; a line deleted by hand leaves the figure") {
  Session s(support::real());
  const Slot overview = slot("overview");
  (void)s.set(overview, "甲\n乙");
  (void)s.insert_figure(overview, 3, "二", picture(2));
  (void)s.insert_figure(overview, 1, "一", picture(1));
  REQUIRE(text(s, overview) == "甲\n【图1】\n乙\n【图2】\n");
  (void)s.set(overview, "甲\n乙\n【图2】\n");
  REQUIRE_FALSE(s.sheet().figures().placed(0));
  REQUIRE(fires(s, "figure.unplaced"));
  (void)s.place_figure(id(s, 0), overview, 100);
  REQUIRE(text(s, overview) == "甲\n乙\n【图1】\n【图2】\n");
  REQUIRE(s.sheet().figures().list()[1].caption == "一");
  (void)s.remove_figure(id(s, 0));
  REQUIRE(text(s, overview) == "甲\n乙\n【图1】\n");
  REQUIRE(s.sheet().figures().list()[0].caption == "一");
  (void)s.undo();
  REQUIRE(text(s, overview) == "甲\n乙\n【图1】\n【图2】\n");
}

TEST_CASE("moving changes places: the lines stay where they are") {
  Session s(support::real());
  const Slot overview = slot("overview");
  (void)s.set(overview, "甲\n乙");
  (void)s.insert_figure(overview, 3, "二", picture(2));
  (void)s.insert_figure(overview, 1, "一", picture(1));
  const std::string before = text(s, overview);
  (void)s.move_figure(id(s, 1), 0);
  REQUIRE(text(s, overview) == before);
  REQUIRE(s.sheet().figures().list()[0].caption == "二");
  INFO("one that is not in the text gives its number, the other keeps its place");
  (void)s.set(overview, "甲\n乙\n【图2】");
  (void)s.move_figure(id(s, 1), 0);
  REQUIRE(text(s, overview) == "甲\n乙\n【图1】");
  REQUIRE(s.sheet().figures().list()[0].caption == "一");
}

TEST_CASE("numbers follow the lines when asked to") {
  Session s(support::real());
  const Slot overview = slot("overview");
  (void)s.insert_figure(overview, 0, "一", picture(1));
  (void)s.insert_figure(overview, 100, "二", picture(2));
  (void)s.set(overview, "【图2】\n甲\n【图1】");
  REQUIRE(fires(s, "figure.order"));
  (void)s.order_figures(overview);
  REQUIRE(text(s, overview) == "【图1】\n甲\n【图2】");
  REQUIRE(s.sheet().figures().list()[0].caption == "二");
  REQUIRE_FALSE(fires(s, "figure.order"));
}

TEST_CASE(
    "typing a caption is one step; keeping a finding about figures falls when another figure is meant") {
  Session s(support::real());
  const Slot overview = slot("overview");
  (void)s.insert_figure(overview, 0, "", picture(1));
  const auto all = s.findings().all();
  const auto found =
      std::find_if(all.begin(), all.end(), [](const auto& f) { return f.rule == "figure.noCaption"; });
  REQUIRE(found != all.end());
  REQUIRE(s.acknowledge(found->key(), "图中已有文字", "t") != 0);
  REQUIRE(Json::parse(s.report())["summary"]["acknowledged"] == 1);
  (void)s.edit(overview, 0, 0, "另起\n");
  REQUIRE(Json::parse(s.report())["summary"]["acknowledged"] == 1);
  (void)s.insert_figure(overview, 100, "", picture(2));
  REQUIRE(Json::parse(s.report())["summary"]["acknowledged"] == 0);
  s.mark();
  for (const char* typed : {"组", "组织", "组织图"}) (void)s.caption_figure(id(s, 0), typed);
  s.mark();
  REQUIRE(s.sheet().figures().caption(0) == "组织图");
  (void)s.undo();
  REQUIRE(s.sheet().figures().caption(0).empty());
  (void)s.redo();
  REQUIRE(s.sheet().figures().caption(0) == "组织图");
}

TEST_CASE("bytes that came with a file are handed over once and then named") {
  Session s(support::real());
  const std::string draft =
      R"({"format":"formcheck-draft/1","form":{"id":"zj-quality-benchmark","edition":"2025","version":"1.0.0"},"values":{"overview":"【图1】"},
          "figures":[{"id":"a","field":"overview","caption":"图","type":"image/png","width":1,"height":1,"data":"iVBORw0KGgoAAA=="},
                     {"id":"a","field":"overview","caption":"又","type":"image/jpeg","width":1,"height":1,"data":"/9j/AAAA","by":"甲"},
                     {"id":"b","field":"title","caption":"图","type":"image/png","width":1,"height":1,"data":"iVBORw0KGgoAAA=="},
                     {"id":"c","field":"overview","caption":"图","type":"image/svg+xml","width":1,"height":1,"data":"PHN2Zz4="},
                     {"id":"d","field":"overview","caption":"图","type":"image/png","width":1,"height":1,"data":"/9j/AAAA"},
                     {"id":"e","field":"overview","caption":"图","type":"image/png","width":0,"height":1,"data":"iVBORw0KGgo="},
                     {"id":"g","field":"overview","caption":5,"type":"image/png","width":1,"height":1,"data":"iVBORw0KGgo="},
                     {"id":"h","field":"overview","caption":"图","type":"image/png","width":1,"height":1,"data":"iVBORw0KGgo<"},
                     "图"]})";
  const auto opened = s.open(draft);
  REQUIRE(opened.ok);
  REQUIRE(opened.notices.size() == 8);
  const auto& list = s.sheet().figures().list();
  REQUIRE(list.size() == 2);
  REQUIRE(list[1].id != "a");
  REQUIRE(s.picture_data("a") == "iVBORw0KGgoAAA==");
  REQUIRE(s.sheet().figures().picture(list[0]).bytes == 10);
  const Json again = Json::parse(s.draft(""));
  REQUIRE(again["figures"][0]["data"] == "iVBORw0KGgoAAA==");
  REQUIRE(again["aside"]["/figures/3"]["type"] == "image/svg+xml");
  REQUIRE(again["aside"]["/figures/1/by"] == "甲");
  REQUIRE(s.store_picture("a", "sha256-" + std::string(64, '1'), 10) != 0);
  REQUIRE(s.store_picture("a", "sha256-" + std::string(64, '2'), 10) == 0);
  REQUIRE(s.picture_data("a").empty());
  const Json named = Json::parse(s.draft(""));
  REQUIRE(named["figures"][0]["blob"] == "sha256-" + std::string(64, '1'));
  REQUIRE_FALSE(named["figures"][0].contains("data"));
  Session other(support::real());
  REQUIRE(other.open(s.draft("")).ok);
  REQUIRE(other.draft("") == s.draft(""));
}

namespace {

// What a person sees: paragraphs and figures one under the other.
std::vector<std::string> seen(const Session& s, Slot field) {
  std::vector<std::string> out;
  const auto& list = s.sheet().figures().list();
  std::string line;
  for (const char c : text(s, field) + "\n") {
    if (c != '\n') {
      line += c;
      continue;
    }
    if (line.rfind("【图", 0) == 0) {
      const auto n = static_cast<std::size_t>(std::stoul(line.substr(6)));
      REQUIRE(n >= 1);
      REQUIRE(n <= list.size());
      REQUIRE(list[n - 1].field == field);
      out.push_back("图" + list[n - 1].caption);
    } else if (!line.empty()) {
      out.push_back(line);
    }
    line.clear();
  }
  return out;
}

}  // namespace

TEST_CASE("random insertions, moves, deletions and undos: every figure stays where it was put") {
  const Slot fields[] = {slot("overview"), slot("method"), slot("results")};
  for (unsigned seed = 1; seed <= 12; ++seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
    Session s(support::real());
    using Page = std::vector<std::vector<std::string>>;
    Page page;
    for (const Slot f : fields) {
      const std::string name = std::to_string(f);
      (void)s.set(f, name + "甲\n" + name + "乙\n" + name + "丙");
      page.push_back(seen(s, f));
    }
    // One that belongs to no narrative: nothing that is done to the others may touch it.
    (void)s.insert_figure(formcheck::form::kNone, 0, "另存", picture(2));
    s.mark();
    std::vector<Page> past;
    const auto line_start = [&](std::size_t f, std::size_t at) {
      std::size_t units = 0;
      const std::string whole = text(s, fields[f]);
      std::size_t byte = 0;
      for (std::size_t i = 0; i < at; ++i) byte = std::min(whole.find('\n', byte), whole.size() - 1) + 1;
      for (std::size_t i = 0; i < byte; ++i) units += (whole[i] & 0xC0) != 0x80;
      return units;
    };
    for (int i = 0; i < 300; ++i) {
      const auto& list = s.sheet().figures().list();
      const std::uint32_t f = below(3);
      const auto own = [&](std::size_t n) { return "图" + list[n].caption; };
      const std::size_t housed = list.size() - 1, any = housed == 0 ? 0 : below(housed);
      const Page before = page;
      const auto take = [&](const std::string& name) {
        for (auto& lines : page) lines.erase(std::remove(lines.begin(), lines.end(), name), lines.end());
      };
      switch (below(5)) {
        case 0: {
          const std::uint32_t at = below(page[f].size());
          const std::string caption = std::to_string(i);
          if (below(3) > 0) {
            (void)s.insert_figure(fields[f], line_start(f, at), caption, picture(1));
          } else {
            s.begin("先另存，再放入");
            (void)s.insert_figure(formcheck::form::kNone, 0, caption, picture(1));
            (void)s.place_figure(list.back().id, fields[f], line_start(f, at));
            s.end();
          }
          page[f].insert(page[f].begin() + at, "图" + caption);
          break;
        }
        case 1:
          if (housed < 6) continue;
          take(own(any));
          (void)s.remove_figure(list[any].id);
          break;
        case 2: {
          if (housed == 0) continue;
          const std::uint32_t at = below(page[f].size());
          const std::string name = own(any);
          const std::string stands_at = page[f][at];
          if (stands_at == name) continue;
          (void)s.place_figure(list[any].id, fields[f], line_start(f, at));
          take(name);
          page[f].insert(std::find(page[f].begin(), page[f].end(), stands_at), name);
          break;
        }
        case 3: {
          if (housed == 0) continue;
          const auto home = static_cast<std::size_t>(
              std::find(std::begin(fields), std::end(fields), list[any].field) - std::begin(fields));
          std::vector<std::string> names;
          for (const auto& line : page[home]) {
            if (line.rfind("图", 0) == 0) names.push_back(line);
          }
          const std::string name = own(any);
          const std::uint32_t to = below(names.size());
          if (names[to] == name) continue;
          names.erase(std::find(names.begin(), names.end(), name));
          names.insert(names.begin() + to, name);
          (void)s.move_figure(list[any].id, to);
          std::size_t n = 0;
          for (auto& line : page[home]) {
            if (line.rfind("图", 0) == 0) line = names[n++];
          }
          break;
        }
        default:
          if (past.empty()) continue;
          REQUIRE(s.undo() != 0);
          page = past.back();
          past.pop_back();
          for (std::size_t k = 0; k < 3; ++k) REQUIRE(seen(s, fields[k]) == page[k]);
          continue;
      }
      if (page != before) past.push_back(before);  // what changes nothing is no step
      INFO("seed " << seed << " step " << i);
      for (std::size_t k = 0; k < 3; ++k) REQUIRE(seen(s, fields[k]) == page[k]);
      REQUIRE(list.back().caption == "另存");
      for (const char* rule : {"figure.missing", "figure.unplaced", "figure.repeated", "figure.order"})
        REQUIRE_FALSE(fires(s, rule));
    }
  }
}
