// conformance_cel FOLDER: runs FOLDER/cases.jsonl (extract.mjs) and prints how many pass. Exits 1 when one
// fails, 2 when the folder cannot be read.
#include <cstdio>
#include <fstream>
#include <map>
#include <string>

#include "evaluate_case.h"
#include "values.h"

using formcheck::conformance::Json;

int main(int count, char** arguments) {
  if (count != 2) return std::fprintf(stderr, "usage: conformance_cel FOLDER\n"), 2;
  const std::string folder = arguments[1];
  std::ifstream cases(folder + "/cases.jsonl"), summary_file(folder + "/summary.json");
  const Json summary =
      Json::parse(std::string(std::istreambuf_iterator<char>(summary_file), {}), nullptr, false);
  if (!cases || !summary.is_object()) return std::fprintf(stderr, "no cases in %s\n", folder.c_str()), 2;

  std::size_t run = 0, passed = 0, checked = 0, checked_passed = 0;
  std::map<std::string, std::pair<std::size_t, std::size_t>> files;
  for (std::string line; std::getline(cases, line);) {
    const Json result = Json::parse(formcheck::conformance::evaluate_case(line));
    const std::string id = result["id"];
    const bool pass = result["unchecked"] == "pass";
    auto& [file_passed, file_run] = files[id.substr(0, id.find('/'))];
    ++run, ++file_run, passed += pass, file_passed += pass;
    if (!pass) std::printf("FAIL %s: %s\n", id.c_str(), result["unchecked"].get<std::string>().c_str());
    if (!result.contains("checked")) continue;
    const bool checked_pass = result["checked"] == "pass";
    ++checked, checked_passed += checked_pass;
    if (!checked_pass)
      std::printf("FAIL %s, type-checked: %s\n", id.c_str(), result["checked"].get<std::string>().c_str());
  }
  for (const auto& [file, tally] : files) {
    std::printf("  %-14s %3zu of %3zu (%s published)\n", file.c_str(), tally.first, tally.second,
                summary["files"][file]["published"].dump().c_str());
  }
  std::string reasons;
  for (const auto& [reason, n] : summary["reasons"].items())
    reasons += (reasons.empty() ? "" : ", ") + reason + " " + n.dump();
  std::printf("CEL conformance, type-checked: %zu of %zu cases meant to pass the checker pass\n",
              checked_passed, checked);
  std::printf("CEL conformance: %zu of %zu applicable cases pass (%s published; not applicable: %s)\n",
              passed, run, summary["published"].dump().c_str(), reasons.c_str());
  const bool all_there = summary["applicable"] == run && run > 0;
  if (!all_there) std::printf("FAIL: %s cases were extracted\n", summary["applicable"].dump().c_str());
  return all_there && passed == run && checked_passed == checked ? 0 : 1;
}
