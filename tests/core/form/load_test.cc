// tests/cases/definition/faults.json: one fault each in a small definition; refused with file, place and column.
#include "apply_change.h"
#include "support.h"

using support::Json;

TEST_CASE("the small definition loads, and so does the real one") {
  REQUIRE(support::mini().rules.size() == 10);
  REQUIRE(support::real().rules.size() >= 40);
  REQUIRE(support::real().tables.size() == 5);
}

TEST_CASE("years are filled in everywhere but in quotes") {
  const Json form = Json::parse(formcheck::form::make_view(support::mini_files(), support::mini()));
  REQUIRE(form["sections"][0]["items"][5]["text"] == "2030年填");
  REQUIRE(form["sections"][1]["items"][0]["columns"][1]["label"] == "2028年");
  REQUIRE(form["clauses"]["form.a"]["quote"] == "照抄的话{year}");
}

TEST_CASE("the page's view numbers slots and tables and inlines code lists") {
  const Json form = Json::parse(formcheck::form::make_view(support::mini_files(), support::mini()));
  const Json& items = form["sections"][0]["items"];
  REQUIRE(items[0]["slot"] == 0);
  REQUIRE(items[1]["slot"] == 0);
  REQUIRE(items[2]["options"][0]["value"] == "1");
  REQUIRE_FALSE(items[2].contains("codes"));
  REQUIRE(items[4]["items"][2]["slot"] == 5);
  REQUIRE(form["sections"][1]["items"][2]["table"] == 2);
}

TEST_CASE("a faulty definition is refused with file, place and column") {
  const Json faults = support::read_json(support::kRoot / "tests/cases/definition/faults.json");
  for (const Json& fault : faults) {
    DYNAMIC_SECTION(fault["about"].get<std::string>()) {
      auto files = support::mini_files();
      const std::string name = fault["file"].get<std::string>();
      for (auto file = files.files.begin(); file != files.files.end(); ++file) {
        if (file->first != name) continue;
        if (fault.contains("text")) file->second = fault["text"].get<std::string>();
        if (fault.contains("change")) file->second = support::apply_change(file->second, fault["change"]);
        if (fault.contains("missing")) file = files.files.erase(file) - 1;
      }
      const auto loaded = formcheck::form::load_definition(files);
      REQUIRE_FALSE(loaded.has_value());
      const auto& error = loaded.error();
      CHECK(error.code == fault["expect"]["code"].get<std::string>());
      CHECK(error.file == name);
      CHECK(error.place == fault["expect"]["place"].get<std::string>());
      CHECK(error.column == fault["expect"].value("column", 0u));
      INFO("every definition error has a wording");
      formcheck::text::Store texts;
      CHECK(formcheck::form::load_wording(files, texts).has(error.code));
    }
  }
}

TEST_CASE("no definition with a byte missing crashes the loader") {
  const auto good = support::mini_files();
  for (std::size_t f = 0; f < good.files.size(); ++f) {
    if (good.files[f].first == "core.zh-CN.json") continue;
    const std::size_t step = good.files[f].second.size() / 150 + 1;
    for (std::size_t cut = 0; cut < good.files[f].second.size(); cut += step) {
      auto files = good;
      files.files[f].second.erase(cut, 1 + cut % 7);
      (void)formcheck::form::load_definition(files);
    }
  }
  SUCCEED();
}
