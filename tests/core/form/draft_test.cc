#include "support.h"

using support::Json;
using formcheck::form::Notice;
using formcheck::form::Session;

namespace {

std::string wrap(const std::string& values) {
  return R"({"format":"formcheck-draft/1","form":{"id":"mini","edition":"1","version":"1.0.0"},"values":)" + values + "}";
}

struct Opened {
  std::unique_ptr<Session> session;
  std::vector<Notice> notices;
  Json draft;
};

Opened open(const std::string& bytes) {
  Opened out{std::make_unique<Session>(support::mini()), {}, {}};
  auto opened = out.session->open(bytes);
  REQUIRE(opened.ok);
  out.notices = opened.notices;
  out.draft = Json::parse(out.session->draft(""));
  return out;
}

std::vector<std::string> said(const Opened& o) {
  std::vector<std::string> out;
  for (const Notice& n : o.notices) out.push_back(n.code + " " + n.at);
  return out;
}

}  // namespace

TEST_CASE("a draft that is written, read and written again has the same bytes") {
  Session session(support::real());
  REQUIRE(session.open(support::sample()).ok);
  const std::string once = session.draft("2025-10-08T09:30:00+08:00");
  Session again(support::real());
  REQUIRE(again.open(once).notices.empty());
  REQUIRE(again.draft("2025-10-08T09:30:00+08:00") == once);
}

TEST_CASE("numbers are kept as they were typed, whatever their type in the file") {
  const Opened o = open(wrap(R"({"count":{"all":46,"part":12.50}})"));
  REQUIRE(o.draft["values"]["count"]["all"] == "46");
  REQUIRE(o.draft["values"]["count"]["part"] == "12.50");
  REQUIRE(said(o) == std::vector<std::string>{"draft.numberAsText /values/count/all", "draft.numberAsText /values/count/part"});
}

TEST_CASE("what the form does not know is kept aside and comes back") {
  const Opened o = open(wrap(R"({"nmae":"x","count":{"half":"1"},"free":[{"who":"甲","age":"9"}, 7],"awards":{"a":1},"lines":3})"));
  const Json& aside = o.draft["aside"];
  REQUIRE(aside["/values/nmae"] == "x");
  REQUIRE(aside["/values/count/half"] == "1");
  REQUIRE(aside["/values/free/0/age"] == "9");
  REQUIRE(aside["/values/free/1"] == 7);
  REQUIRE(aside["/values/awards"]["a"] == 1);
  REQUIRE(aside["/values/lines"] == 3);
  REQUIRE(o.draft["values"]["free"][0]["who"] == "甲");
  const Opened again = open(o.session->draft(""));
  REQUIRE(again.draft["aside"] == aside);
}

TEST_CASE("a key given twice: the last value stands, the first is kept aside") {
  const Opened o = open(wrap(R"({"name":"甲","name":"乙"})"));
  REQUIRE(o.draft["values"]["name"] == "乙");
  REQUIRE(o.draft["aside"]["/values/name"] == "甲");
}

TEST_CASE("rows: keys, ids, surplus and repeated ones") {
  const Opened o = open(wrap(
      R"({"lines":[{"key":"loss","now":"1"},{"key":"loss","now":"2"},{"id":"x","item":"自加","now":"3"},{"id":"x","item":"又加"}],
          "free":[{"who":"1"},{"who":"2"},{"who":"3"},{"who":"4"},{"who":"5"},{"who":"6"}],"still":[{"key":"two","text":"乙文"},{"key":"three"}]})"));
  const Json& v = o.draft["values"];
  REQUIRE(v["lines"].size() == 3);
  REQUIRE(v["lines"][0]["key"] == "loss");
  REQUIRE(v["lines"][1]["id"] == "x");
  REQUIRE(v["lines"][2]["id"] != "x");
  REQUIRE(o.draft["aside"]["/values/lines/1"]["now"] == "2");
  REQUIRE(v["free"].size() == 5);
  REQUIRE(o.draft["aside"]["/values/free"][0]["who"] == "6");
  INFO("a fixed table always has all of its rows, in the form's order");
  REQUIRE(v["still"].size() == 2);
  REQUIRE(v["still"][0]["key"] == "one");
  REQUIRE(v["still"][1]["text"] == "乙文");
}

TEST_CASE("a refused file leaves the open draft untouched") {
  Session session(support::mini());
  (void)session.set(0, "已填");
  const std::string before = session.draft("");
  for (const char* bad : {"", "{", "[]", "{}", "\xFF", R"({"format":"formcheck-draft/2","form":{"id":"mini","edition":"1"}})",
                          R"({"format":"formcheck-draft/1","form":{"id":"other","edition":"1"}})", R"({"format":"formcheck-draft/1"})",
                          R"({"format":"formcheck-draft/1","form":"mini"})", R"({"format":7})"}) {
    INFO(bad);
    const auto opened = session.open(bad);
    REQUIRE_FALSE(opened.ok);
    REQUIRE(opened.notices.size() == 1);
    REQUIRE(support::mini().wording.has(opened.notices[0].code));
    REQUIRE(session.draft("") == before);
  }
}

TEST_CASE("a draft with bytes cut out or changed never crashes, and never loses the open one") {
  const std::string good = support::sample();
  Session session(support::real());
  REQUIRE(session.open(good).ok);
  const std::string before = session.draft("");
  for (std::size_t i = 0; i < 400; ++i) {
    std::string bad = good;
    const std::size_t at = i * 7919 % bad.size();
    if (i % 3 == 0) bad.resize(at);
    if (i % 3 == 1) bad[at] = static_cast<char>(bad[at] ^ (1 << (i % 8)));
    if (i % 3 == 2) bad.erase(at, i % 50);
    if (!session.open(bad).ok) REQUIRE(session.draft("") == before);
    REQUIRE(session.open(good).ok);
  }
}

TEST_CASE("an acknowledgement travels in the draft and falls when the value changes") {
  Session session(support::mini());
  (void)session.set(3, "1");
  (void)session.set(4, "2");
  REQUIRE(session.acknowledge("part", "不许", "") == 0);  // an error that may not be acknowledged
  (void)session.set(0, "关于2030");
  REQUIRE(session.acknowledge("year", "名称如此", "t") != 0);
  Session other(support::mini());
  REQUIRE(other.open(session.draft("")).ok);
  Json report = Json::parse(other.report());
  REQUIRE(report["summary"]["acknowledged"] == 1);
  (void)other.set(0, "关于2030年");
  report = Json::parse(other.report());
  REQUIRE(report["summary"]["acknowledged"] == 0);
}

TEST_CASE("acknowledging and taking it back are steps of the history, and each tells its finding") {
  Session session(support::mini());
  (void)session.set(0, "关于2030");
  (void)session.delta();
  const auto told = [&] {
    const Json delta = Json::parse(session.delta());
    const Json& finding = delta["findings"]["changed"][0];
    REQUIRE(finding["key"] == "year");
    return finding.value("acknowledged", std::string("-"));
  };
  REQUIRE(session.acknowledge("year", "名称如此", "t") != 0);
  REQUIRE(told() == "名称如此");
  REQUIRE(session.undo() != 0);
  REQUIRE(told() == "-");
  REQUIRE(session.redo() != 0);
  REQUIRE(told() == "名称如此");
  REQUIRE(session.reopen("year") != 0);
  REQUIRE(told() == "-");
  REQUIRE(session.reopen("year") == 0);
  REQUIRE(session.undo() != 0);
  REQUIRE(told() == "名称如此");
  REQUIRE(session.acknowledge("year", "另一个理由", "t") != 0);
  REQUIRE(told() == "另一个理由");
  REQUIRE(Json::parse(session.draft(""))["acknowledged"].size() == 1);
}

TEST_CASE("a hand check is ticked, travels in the draft, and is a step of the history") {
  Session session(support::mini());
  REQUIRE(session.reopen("handCheck@proof") == 0);
  REQUIRE(session.acknowledge("handCheck@proof", "", "t") == (formcheck::form::kChecked | formcheck::form::kHistory));
  REQUIRE(Json::parse(session.delta())["checked"] == Json({"proof"}));
  REQUIRE(session.acknowledge("handCheck@seal", "", "t") != 0);
  REQUIRE(Json::parse(session.draft(""))["acknowledged"][1] == Json::parse(R"({"rule":"handCheck","field":"seal","reason":"","values":[],"time":"t"})"));
  REQUIRE(Json::parse(session.report())["summary"]["acknowledged"] == 0);

  Session other(support::mini());
  REQUIRE(other.open(session.draft("")).notices.empty());
  REQUIRE(Json::parse(other.snapshot())["checked"] == Json({"proof", "seal"}));
  REQUIRE(other.draft("") == session.draft(""));

  REQUIRE(session.reopen("handCheck@proof") != 0);
  REQUIRE(Json::parse(session.delta())["checked"] == Json({"seal"}));
  REQUIRE(session.undo() != 0);
  REQUIRE(Json::parse(session.delta())["checked"] == Json({"proof", "seal"}));
  (void)session.set(0, "乙");
  REQUIRE_FALSE(Json::parse(session.delta()).contains("checked"));
}

TEST_CASE("what the narrative reader keeps travels in the draft under its own rule, and is a step of the history") {
  const char* const key = "review@figure.mismatch@64fa757b19c87245";
  const char* const off = "review@text.superlative";
  Session session(support::mini());
  (void)session.delta();
  const auto kept = [&] {
    std::vector<std::string> rules;
    const Json draft = Json::parse(session.draft(""));
    for (const Json& entry : draft["acknowledged"]) rules.push_back(entry["rule"].get<std::string>() + "@" + entry["field"].get<std::string>());
    return rules;
  };
  using Rules = std::vector<std::string>;
  REQUIRE(session.reopen(key) == 0);
  REQUIRE(session.acknowledge(key, "已与审计报告核对", "t") != 0);
  REQUIRE(session.acknowledge(off, "", "t") != 0);
  REQUIRE(kept() == Rules{key, off});
  REQUIRE_FALSE(Json::parse(session.delta()).contains("findings"));
  REQUIRE(session.acknowledge(key, "另一个理由", "t") != 0);
  REQUIRE(kept() == Rules{off, key});
  REQUIRE(session.undo() != 0);
  REQUIRE(kept() == Rules{key, off});
  REQUIRE(session.reopen(off) != 0);
  REQUIRE(kept() == Rules{key});
  REQUIRE(Json::parse(session.report())["summary"]["acknowledged"] == 0);
  Session other(support::mini());
  REQUIRE(other.open(session.draft("")).notices.empty());
  REQUIRE(Json::parse(other.draft(""))["acknowledged"] == Json::parse(session.draft(""))["acknowledged"]);
}

TEST_CASE("the steps of the history are listed, the last first, with their place") {
  Session session(support::mini());
  REQUIRE(Json::parse(session.steps()) == Json::parse(R"({"done":[],"undone":[]})"));
  (void)session.set(0, "关于2030");
  (void)session.acknowledge("year", "名称如此", "t");
  (void)session.insert_row(0, 0);
  (void)session.undo();
  const Json steps = Json::parse(session.steps());
  REQUIRE(steps["done"].size() == 2);
  REQUIRE(steps["done"][1]["slot"] == 0);
  REQUIRE(steps["undone"].size() == 1);
  REQUIRE(steps["undone"][0]["table"] == 0);
}

TEST_CASE("what stands beside the form's name and in acknowledgements is kept too") {
  const Opened o = open(
      R"({"format":"formcheck-draft/1","form":{"id":"mini","edition":"1","version":1,"note":"x"},
          "acknowledged":[{"rule":"year","reason":"y","values":"z","by":"张三"}]})");
  REQUIRE(o.draft["aside"]["/form/version"] == 1);
  REQUIRE(o.draft["aside"]["/form/note"] == "x");
  REQUIRE(o.draft["aside"]["/acknowledged/0/values"] == "z");
  REQUIRE(o.draft["aside"]["/acknowledged/0/by"] == "张三");
  REQUIRE(o.notices.size() == 4);
}

TEST_CASE("kept aside before and again: both stay, whichever comes first in the file") {
  for (const char* file : {R"({"format":"formcheck-draft/1","form":{"id":"mini","edition":"1","version":"1.0.0"},"aside":{"/values/x":1},"values":{"x":2}})",
                           R"({"format":"formcheck-draft/1","form":{"id":"mini","edition":"1","version":"1.0.0"},"values":{"x":2},"aside":{"/values/x":1}})"}) {
    const Opened o = open(file);
    REQUIRE(o.draft["aside"]["/values/x"] == 1);
    REQUIRE(o.draft["aside"]["/values/x#2"] == 2);
  }
}

TEST_CASE("files made to be slow are read all the same, and what they hold can be opened again") {
  std::string repeated = R"({"a":0)", unknown = R"({"free":[)";
  for (int i = 0; i < 20'000; ++i) repeated += R"(,"a":1)";
  for (int row = 0; row < 5; ++row) {
    unknown += row == 0 ? "{" : ",{";
    for (int i = 0; i < 1000; ++i) unknown += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":" + std::to_string(i) + ".5";
    unknown += "}";
  }
  for (const std::string& values : {repeated + "}", unknown + "]}"}) {
    const Opened o = open(wrap(values));
    REQUIRE(o.notices.size() == 1001);
    REQUIRE(o.draft["aside"].size() == 1001);
    const Opened again = open(o.session->draft(""));
    REQUIRE(again.draft["aside"].dump() == o.draft["aside"].dump());
  }
}

TEST_CASE("a draft says which draft it is a copy of") {
  const std::string head =
      R"({"format":"formcheck-draft/1","form":{"id":"mini","edition":"1","version":"1.0.0"},"origin":)";
  const Opened o = open(head + R"({"id":"a1","revision":7,"name":"质量部"},"values":{}})");
  REQUIRE(said(o).empty());
  REQUIRE(o.draft["origin"] == Json({{"id", "a1"}, {"revision", 7}, {"name", "质量部"}}));
  o.session->set_origin({"b2", "", 8});
  REQUIRE(Json::parse(o.session->draft(""))["origin"] == Json({{"id", "b2"}, {"revision", 8}}));
  o.session->clear();
  REQUIRE_FALSE(Json::parse(o.session->draft("")).contains("origin"));
}

TEST_CASE("an origin that is none is kept aside whole") {
  const std::string head =
      R"({"format":"formcheck-draft/1","form":{"id":"mini","edition":"1","version":"1.0.0"},"origin":)";
  for (const char* origin :
       {R"("a1")", R"({"id":""})", R"({"id":3})", R"({"revision":1})", R"({"id":"a","revision":-1})",
        R"({"id":"a","revision":4294967296})", R"({"id":"a","revision":"1"})", R"({"id":"a","name":1})",
        R"({"id":"a","more":1})"}) {
    const Opened o = open(head + origin + R"(,"values":{}})");
    REQUIRE(said(o) == std::vector<std::string>{"draft.wrongType /origin"});
    REQUIRE(o.draft["aside"]["/origin"] == Json::parse(origin));
    REQUIRE_FALSE(o.draft.contains("origin"));
  }
}
