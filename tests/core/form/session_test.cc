#include <algorithm>

#include "support.h"

using namespace formcheck::form;  // NOLINT: flags and types of the room under test
using support::Json;

namespace {

Json delta(Session& s) { return Json::parse(s.delta()); }

bool fires(Session& s, const std::string& rule) {
  const auto all = s.findings().all();
  return std::any_of(all.begin(), all.end(), [&](const Finding& f) { return f.rule == rule; });
}

Slot cell(const Session& s, const char* table, std::size_t row, std::uint32_t column) {
  const std::uint32_t t = s.sheet().definition().table_index(table);
  return s.sheet().row(s.sheet().rows_of(t)[row]).first + column;
}

}  // namespace

TEST_CASE("a blank form has nothing wrong, only things to do") {
  Session s(support::mini());
  const Json report = Json::parse(s.report());
  REQUIRE(report["findings"].empty());
  REQUIRE(report["todo"].size() == 3);  // the name and two seeded rows; blank start rows ask for nothing
  REQUIRE(report["todo"][1]["at"] == "/values/lines/0/now");
}

TEST_CASE("a cell required only at times is to do while its condition holds, and said so at once") {
  Session s(support::mini());
  const Slot now = cell(s, "lines", 1, 2), memo = cell(s, "lines", 1, 3);
  const auto asked = [&](const Json& d) { return d["todo"].dump().find(std::to_string(memo)) != std::string::npos; };
  REQUIRE_FALSE(asked(Json::parse(s.snapshot())));
  (void)s.set(now, "1");
  REQUIRE_FALSE(asked(delta(s)));
  REQUIRE((s.set(now, "101") & kProgress) != 0);  // no cell came or went blank
  REQUIRE(asked(delta(s)));
  REQUIRE((s.set(now, "10x") & kProgress) != 0);
  REQUIRE_FALSE(asked(delta(s)));  // what cannot be read asks for nothing
  (void)s.undo();
  REQUIRE_FALSE(asked(Json::parse(s.snapshot())));
  (void)s.redo();
  (void)s.set(now, "102");
  REQUIRE(asked(delta(s)));
  REQUIRE((s.set(memo, "写了") & kProgress) != 0);
  REQUIRE_FALSE(asked(delta(s)));
  const Json report = Json::parse(s.report());
  REQUIRE(report["findings"].dump().find("memo") == std::string::npos);
  REQUIRE(report["sections"][1]["required"] == 3);
}

TEST_CASE("a key tells what changed and nothing else") {
  Session s(support::mini());
  REQUIRE(s.set(4, "2") == (kCounts | kHistory));
  REQUIRE(delta(s)["counts"].size() == 1);
  REQUIRE((s.set(3, "1") & kFindings) != 0);
  const Json d = delta(s);
  REQUIRE(d["findings"]["changed"][0]["key"] == "part");
  REQUIRE(d["findings"]["changed"][0]["slots"] == Json({4, 3}));
  REQUIRE(d["sections"].size() == 1);
  REQUIRE(s.set(3, "1") == 0);
  REQUIRE((s.set(3, "2") & kFindings) != 0);
  REQUIRE(delta(s)["findings"]["gone"][0] == "part");
}

TEST_CASE("a blank or unreadable input leaves a rule pending, not failed") {
  Session s(support::mini());
  (void)s.set(4, "2");
  const auto pending = [&] { return Json::parse(s.report())["pending"].dump().find("\"part\"") != std::string::npos; };
  REQUIRE(pending());
  (void)s.set(3, "好些");
  REQUIRE(pending());
  REQUIRE_FALSE(fires(s, "part"));
  REQUIRE(fires(s, "number.unreadable"));
  (void)s.set(3, "3");
  REQUIRE_FALSE(pending());
}

TEST_CASE("a fix mends and is one step") {
  Session s(support::mini());
  (void)s.set(3, "1");
  (void)s.set(4, "2");
  REQUIRE(s.apply_fix("part") != 0);
  REQUIRE(s.sheet().cell(3).text.text() == "2");
  REQUIRE_FALSE(fires(s, "part"));
  REQUIRE(delta(s)["values"]["3"] == "2");
  (void)s.undo();
  REQUIRE(fires(s, "part"));
}

TEST_CASE("typing in one cell is one step until it is marked") {
  Session s(support::mini());
  for (const char* text : {"a", "ab", "abc"}) (void)s.set(0, text);
  s.mark();
  (void)s.set(0, "abcd");
  (void)s.undo();
  REQUIRE(s.sheet().cell(0).text.text() == "abc");
  (void)s.undo();
  REQUIRE(s.sheet().cell(0).text.text().empty());
  REQUIRE(s.undo() == 0);
  (void)s.redo();
  REQUIRE(s.sheet().cell(0).text.text() == "abc");
  (void)s.set(0, "z");
  REQUIRE(s.redo() == 0);
}

TEST_CASE("findings survive a removed row and stay with theirs") {
  Session s(support::mini());
  (void)s.set(cell(s, "lines", 0, 2), "2000");
  (void)s.set(cell(s, "lines", 1, 2), "3");
  REQUIRE(fires(s, "most"));
  REQUIRE(s.move_row(0, 0, 1) != 0);
  auto all = s.findings().all();
  const auto most = std::find_if(all.begin(), all.end(), [](const Finding& f) { return f.rule == "most"; });
  REQUIRE(most->key() == "most@sales");
  REQUIRE(pointer_of(s.sheet(), most->slots[0]) == "/values/lines/1/now");
  REQUIRE(fires(s, "order"));
  (void)s.remove_row(0, 1);
  REQUIRE_FALSE(fires(s, "most"));
  (void)s.undo();
  REQUIRE(fires(s, "most"));
}

TEST_CASE("fixed tables keep their rows, full tables take no more, blocked and heading cells no text") {
  Session s(support::mini());
  REQUIRE(s.insert_row(2, 0) == 0);
  REQUIRE(s.remove_row(2, 0) == 0);
  for (int i = 0; i < 3; ++i) REQUIRE(s.insert_row(1, 0) != 0);
  REQUIRE(s.insert_row(1, 0) == 0);
  REQUIRE(s.set(cell(s, "lines", 0, 0), "改") == 0);
  REQUIRE(s.set(cell(s, "lines", 0, 3), "说") == 0);
  REQUIRE(s.set(9999, "x") == 0);
}

TEST_CASE("a row the form begins with can be put back as that row, once") {
  Session s(support::mini());
  const std::string before = s.draft("");
  REQUIRE(s.insert_row(0, 0, 1) == 0);  // it is there
  (void)s.remove_row(0, 1);
  REQUIRE(s.insert_row(0, 0, 2) == 0);  // there is none of that number
  REQUIRE((s.insert_row(0, 1, 1) & kRows) != 0);
  REQUIRE(s.sheet().row(s.sheet().rows_of(0)[1]).seed == 1);
  (void)s.set(cell(s, "lines", 1, 2), "150");
  REQUIRE(fires(s, "number.aboveMax"));
  const std::string filled = s.draft("");
  for (int i = 0; i < 3; ++i) (void)s.undo();
  REQUIRE(s.draft("") == before);
  for (int i = 0; i < 3; ++i) (void)s.redo();
  REQUIRE(s.draft("") == filled);
}

TEST_CASE("a seeded row narrows its column") {
  Session s(support::mini());
  (void)s.set(cell(s, "lines", 0, 2), "150");
  REQUIRE_FALSE(fires(s, "number.aboveMax"));
  (void)s.set(cell(s, "lines", 1, 2), "150");
  REQUIRE(fires(s, "number.aboveMax"));
  (void)s.set(cell(s, "lines", 1, 2), "/");
  REQUIRE_FALSE(fires(s, "number.aboveMax"));
  REQUIRE_FALSE(fires(s, "number.unreadable"));
}

TEST_CASE("marker lines of figures do not count") {
  Session s(support::mini());
  (void)s.set(cell(s, "still", 0, 1), "一二三四五六七八\n【图1】\n");
  REQUIRE(s.counts(cell(s, "still", 0, 1)).words == 8);
  REQUIRE_FALSE(fires(s, "limit.short"));
}

TEST_CASE("explain names the rule, its clause and every value it read") {
  Session s(support::mini());
  (void)s.set(3, "１");
  (void)s.set(4, "2");
  const Json e = Json::parse(s.explain("part"));
  REQUIRE(e["expression"] == "count.part <= count.all");
  REQUIRE(e["state"] == "failed");
  REQUIRE(e["clause"]["where"] == "一");
  REQUIRE(e["values"].size() == 2);
  REQUIRE(e["values"][0]["number"] == "1");
  REQUIRE(e["values"][0]["value"] == "１");
  REQUIRE(s.explain("nothing") == "null");
  REQUIRE(s.explain("most@nobody") == "null");
}

TEST_CASE("a rule that overflows is a fault, not a verdict") {
  Session s(support::mini());
  (void)s.set(5, "9999999999999999999999999999999999");
  const Json report = Json::parse(s.report());
  REQUIRE(report["pending"].dump().find("\"fault\"") != std::string::npos);
  REQUIRE_FALSE(fires(s, "overflowing"));
}

TEST_CASE("what another file held is kept as a step, once, and taken out again") {
  Session s(support::mini());
  REQUIRE(s.keep_aside("表.docx：页眉", "内部资料") == (kAside | kHistory));
  REQUIRE(delta(s)["aside"] == Json::parse(R"([{"at":"表.docx：页眉","text":"内部资料"}])"));
  REQUIRE(s.keep_aside("表.docx：页眉", "内部资料") == 0);
  REQUIRE((s.keep_aside("表.docx：页眉", "第二稿") & kAside) != 0);
  REQUIRE(s.keep_aside("表.docx：页眉", "第二稿") == 0);
  const Json aside = Json::parse(s.draft(""))["aside"];
  REQUIRE(aside == Json::parse(R"({"表.docx：页眉":"内部资料","表.docx：页眉#2":"第二稿"})"));

  const std::string file = s.draft("");
  Session again(support::mini());
  REQUIRE(again.open(file).notices.empty());
  REQUIRE(again.draft("") == file);

  REQUIRE((s.drop_aside("表.docx：页眉") & kAside) != 0);
  REQUIRE(delta(s)["aside"].size() == 1);
  REQUIRE(s.drop_aside("表.docx：页眉") == 0);
  REQUIRE((s.undo() & kAside) != 0);
  REQUIRE(s.draft("") == file);
  (void)s.undo();
  (void)s.undo();
  REQUIRE_FALSE(Json::parse(s.draft("")).contains("aside"));
  REQUIRE(delta(s)["aside"].empty());
  (void)s.redo();
  REQUIRE(Json::parse(s.draft(""))["aside"].size() == 1);
}

TEST_CASE("what is kept with other edits is one step") {
  Session s(support::mini());
  s.begin("导入");
  (void)s.set(0, "甲");
  (void)s.keep_aside("表.docx", "其他");
  s.end();
  const Json steps = Json::parse(s.steps());
  REQUIRE(steps["done"].size() == 1);
  REQUIRE(steps["done"][0]["label"] == "导入");
  (void)s.undo();
  REQUIRE(s.sheet().cell(0).text.text().empty());
  REQUIRE_FALSE(Json::parse(s.draft("")).contains("aside"));
}

TEST_CASE("after a thousand places texts are written below the last") {
  Session s(support::mini());
  for (int n = 0; n < 1003; ++n) (void)s.keep_aside("表.docx：" + std::to_string(n), "文" + std::to_string(n));
  const Json aside = Json::parse(s.draft(""))["aside"];
  REQUIRE(aside.size() == 1000);
  REQUIRE(aside["表.docx：999"] == "文999\n\n表.docx：1000\n文1000\n\n表.docx：1001\n文1001\n\n表.docx：1002\n文1002");
}
