// Passages and edits: a review kept by edits says what one opened anew says; whatever the knowledge lacks is
// refused with its place.
#include <filesystem>
#include <random>

#include "support.h"

namespace formcheck::narrative {
namespace {

using nlohmann::json;

json sample() { return json::parse(file_text("tests/cases/sample/draft.json")); }

// The findings of a passage as {rule, marked text}.
std::vector<std::pair<std::string, std::string>> marked(Review& review, const std::string& pointer,
                                                        const std::string& text) {
  std::vector<std::pair<std::string, std::string>> out;
  std::u16string units;
  for (const char32_t c : to_utf32(text)) units.push_back(static_cast<char16_t>(c));
  const json findings = json::parse(review.findings());
  for (const json& f : findings) {
    if (f["at"][0]["at"] != pointer || !f["at"][0].contains("from")) continue;
    std::u32string part;
    for (std::size_t i = f["at"][0]["from"]; i < f["at"][0]["to"]; ++i) part.push_back(units.at(i));
    out.emplace_back(f["rule"], to_utf8(part));
  }
  return out;
}

// The pointers of all places but the first.
json beside(const json& finding) {
  json out = json::array();
  for (std::size_t i = 1; i < finding["at"].size(); ++i) out.push_back(finding["at"][i]["at"]);
  return out;
}

std::string key_of(Review& review, const std::string& rule, const std::string& actual) {
  for (const json& finding : json::parse(review.findings()))
    if (finding["rule"] == rule && finding.value("actual", "") == actual) return finding["key"];
  return "";
}

}  // namespace

TEST_CASE("a figure that differs is marked where it stands, with its cell") {
  Review review(knowledge());
  REQUIRE(review.open(sample().dump()));
  CHECK(review.findings() == "[]");
  const std::string text = "前言。\n2024年，公司营业收入达到12.98亿元。";
  REQUIRE(review.set("/values/results", text));
  const auto found = marked(review, "/values/results", text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].first == "figure.mismatch");
  CHECK(found[0].second == "12.98亿元");
  REQUIRE(review.set("/values/indicators/1/current", "129,800"));
  CHECK(marked(review, "/values/results", text).empty());
}

TEST_CASE("a review kept by random edits equals one opened anew") {
  const std::vector<std::string> pieces = {"2024年",   "营业收入",     "12.89亿元", "由0.74%下降到0.53%",
                                           "\n",       "（",           "。",        ",",
                                           "同比增长", "质量",         "第一位",    "一、",
                                           "××",       "浙江砚澄泵业", "\n\n",      "86件有效专利"};
  const std::vector<std::string> fields = {"overview", "method", "implementation", "results"};
  std::mt19937 random(20251009);
  json draft = sample();
  Review kept(knowledge());
  REQUIRE(kept.open(draft.dump()));
  for (int step = 0; step < 150; ++step) {
    const std::string& field = fields[random() % fields.size()];
    std::string text = draft["values"][field];
    const auto chars = to_utf32(text);
    const std::size_t from = random() % (chars.size() + 1),
                      removed = std::min<std::size_t>(random() % 12, chars.size() - from);
    const std::string inserted = random() % 4 == 0 ? "" : pieces[random() % pieces.size()];
    REQUIRE(kept.edit("/values/" + field, from, removed, inserted));
    draft["values"][field] =
        to_utf8(chars.substr(0, from)) + inserted + to_utf8(chars.substr(from + removed));
    if (step % 10 != 9) continue;
    Review fresh(knowledge());
    REQUIRE(fresh.open(draft.dump()));
    REQUIRE(kept.report() == fresh.report());
  }
}

TEST_CASE("every passage can be read, what is expected is told, and every figure lies in its text") {
  const json facts = json::parse(file_text("tests/cases/narrative/facts.json"));
  Review review(knowledge());
  std::size_t passages = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(FORMCHECK_SOURCE_DIR "/tests/cases/narrative")) {
    const std::string name = entry.path().filename();
    if (entry.path().extension() != ".json" || name == "facts.json" || name == "case.schema.json") continue;
    const json file = json::parse(file_text("tests/cases/narrative/" + name));
    for (const json& passage : file["cases"]) {
      ++passages;
      json draft = facts;
      for (const json* set : {&file, &passage}) {
        const json values = set->value("set", json::object());
        for (const auto& [pointer, value] : values.items())
          if (!value.is_null()) draft[json::json_pointer(pointer)] = value;
      }
      const std::string field = passage.value("in", "results"), text = passage["text"];
      draft["values"][field] = text;
      REQUIRE(review.open(draft.dump()));
      const json report = json::parse(review.report());
      for (const json& expected : passage["findings"]) {
        bool told = false;
        for (const json& finding : report["findings"])
          told = told || (finding["rule"] == expected["rule"] &&
                          (!expected.contains("beside") || beside(finding) == expected["beside"]));
        INFO(passage["id"].get<std::string>());
        CHECK(told);
      }
      for (const json& figure : report["figures"]) {
        CHECK(figure["from"] < figure["to"]);
        if (figure["at"] == "/values/" + field)
          CHECK(figure["to"].get<std::size_t>() <= to_utf32(text).size());
      }
    }
  }
  CHECK(passages > 350);
}

TEST_CASE("what the notice asks for and the text does not have is missed, once the text is long enough") {
  json draft = sample();
  Review review(knowledge());
  const auto missed = [&](const std::string& text) {
    draft["values"]["results"] = text;
    REQUIRE(review.open(draft.dump()));
    std::string out;
    const json findings = json::parse(review.findings());
    for (const json& f : findings) {
      if (f["at"][0]["at"] == "/values/results" && f["rule"].get<std::string>().rfind("coverage.", 0) == 0)
        out += f["actual"].get<std::string>() + (f["rule"] == "coverage.noFigure" ? "# " : " ");
    }
    return out;
  };
  std::string filler;
  for (int i = 0; i < 40; ++i) filler += "公司上下齐心，持续改进。";
  CHECK(missed("很短。") == "");
  CHECK(missed(filler) == "quality brand management economy society spread twoYears comparison ");
  const std::string all =
      "产品质量稳定，合格率高。\n品牌知名度提高。\n管理效率提升。\n营业收入增长。\n节能减排。\n经验在同行推广"
      "。\n2024年与2023年数据如下。\n";
  CHECK(missed(all + filler) == "quality# management# economy# twoYears# ");
}

TEST_CASE("a name is held against the field that says it, and kept as long as the name stays") {
  json draft = sample();
  draft["values"]["overview"] = "公司全面推行“三预六控”模式。";
  Review review(knowledge());
  REQUIRE(review.open(draft.dump()));
  const std::string title = draft["values"]["title"], key = key_of(review, "name.method", "三预六控");
  REQUIRE(key != "");
  REQUIRE(review.set("/values/title", title + "总结"));
  CHECK(key_of(review, "name.method", "三预六控") == key);
  // Its own field is no second place.
  REQUIRE(review.set("/values/title", title + "“三预六控”"));
  for (const json& finding : json::parse(review.findings())) {
    if (finding["at"][0]["at"] == "/values/title") CHECK(beside(finding).empty());
  }
}

TEST_CASE("findings with the same values are told apart by what they speak of") {
  json draft = sample();
  Review review(knowledge());
  const auto open = [&](const std::string& results) {
    draft["values"]["results"] = results;
    REQUIRE(review.open(draft.dump()));
  };
  const auto acknowledged = [&] {
    json out = json::array();
    for (const json& finding : json::parse(review.findings()))
      if (finding.contains("acknowledged")) out.push_back(finding["acknowledged"]);
    return out;
  };
  std::string filler;
  for (int i = 0; i < 40; ++i) filler += "公司上下齐心，持续改进。";

  SECTION("topics of one text") {
    open(filler);
    review.acknowledge(key_of(review, "coverage.topic", "quality"), "见附件");
    CHECK(acknowledged() == json{"见附件"});
    open("品牌知名度提高。\n" + filler);
    CHECK(acknowledged() == json{"见附件"});
    open("产品质量稳定，合格率高。\n" + filler);
    CHECK(acknowledged().empty());
  }
  SECTION("paragraphs that stand there twice") {
    const std::string first = filler.substr(0, 360) + "甲", second = filler.substr(0, 360) + "乙";
    open(first + "\n" + first + "\n" + second + "\n" + second);
    review.acknowledge(key_of(review, "text.repeated", ""), "有意重复");
    CHECK(acknowledged().size() == 1);
    open(first + "\n" + second + "\n" + second);
    CHECK(acknowledged().empty());
  }
  SECTION("indicators whose figures are alike") {
    draft["values"]["indicators"][7]["current"] = "88.5";
    draft["values"]["indicators"][9]["current"] = "88.5";
    const std::string oee = "2024年设备综合效率为78.2%。", rate = "2024年产品合格率为78.2%。";
    open(oee + rate);
    review.acknowledge(key_of(review, "figure.mismatch", "78.2%"), "另有口径");
    CHECK(acknowledged().size() == 1);
    open(rate);
    CHECK(acknowledged().empty());
  }
}

TEST_CASE("bytes that are no draft change nothing") {
  Review review(knowledge());
  REQUIRE(review.open(sample().dump()));
  const std::string before = review.report();
  for (const char* bytes : {"", "{", "[]", "{\"values\":[]}", "null"}) CHECK_FALSE(review.open(bytes));
  CHECK(review.report() == before);
  CHECK_FALSE(review.set("/values/nothing", "x"));
  CHECK_FALSE(review.edit("/nowhere", 0, 0, "x"));
}

TEST_CASE("a faulty knowledge file is refused with file and place") {
  const auto fault = [](const json& knowledge) {
    const auto loaded = load_knowledge(knowledge.dump(), wording_text());
    return loaded ? std::string("accepted") : loaded.error().place + " " + loaded.error().code;
  };
  const json good = json::parse(knowledge_text());
  CHECK(fault(good) == "accepted");
  const auto with = [&](const char* pointer, json value) {
    json copy = good;
    copy[json::json_pointer(pointer)] = std::move(value);
    return fault(copy);
  };
  CHECK(with("/year", 1) == " knowledge.badNumber");
  CHECK(with("/hint", "x") == "/hint knowledge.unknownKey");
  CHECK(with("/units/0/factor", "ten") == "/units/0 knowledge.badNumber");
  CHECK(with("/units/0/measure", "money") == "/units/0 knowledge.unknownWord");
  CHECK(with("/indicators/1/id", "totalAssets") == "/indicators/1 knowledge.twice");
  CHECK(with("/indicators/1/label", "") == "/indicators/1/label knowledge.blank");
  CHECK(with("/indicators/0/names/0", 5) == "/indicators/0/names/0 knowledge.wrongKind");
  CHECK(with("/terms/upward", json::array()) == "/terms/upward knowledge.unknownWord");
  CHECK(with("/terms/plain/0", "{1|2|3|4|5|6|7|8}{1|2|3|4|5|6|7|8}{1|2|3|4|5|6|7|8}{1|2|3}") ==
        "/terms/plain knowledge.tooMany");
  CHECK(with("/texts/0/checks/0", "spelling") == "/texts/0 knowledge.unknownWord");
  CHECK(with("/trends/0/first", "luck") == "/trends/0 knowledge.unknownIndicator");
  CHECK(with("/checks/figure.mismatch/severity", "error") == "/checks/figure.mismatch knowledge.severity");
  CHECK(with("/checks/figure.unheard", {{"severity", "advice"}}) == "/messages knowledge.noMessage");
  CHECK_FALSE(load_knowledge("{", wording_text()));
  CHECK_FALSE(load_knowledge(knowledge_text(), "[1"));
  CHECK(load_knowledge(R"({"year":2025,"year":2026})", wording_text()).error().code == "knowledge.twice");
}

}  // namespace formcheck::narrative
