// Cases as data: tests/cases/<path> must be there; ../shared/<path> is used where a checkout has it beside
// the project.
#pragma once
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace formcheck::testing {

inline std::optional<std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

inline nlohmann::json read_cases(const std::string& path) {
  const auto content = read_file(FORMCHECK_SOURCE_DIR "/tests/cases/" + path);
  if (!content) FAIL("missing tests/cases/" << path);
  nlohmann::json cases = nlohmann::json::parse(*content, nullptr, false);
  if (cases.is_discarded()) FAIL("not JSON: tests/cases/" << path);
  return cases;
}

// Rows of a tab-separated file without its heading; nothing, and a word about it, where it is absent.
inline std::optional<std::vector<std::vector<std::string>>> shared_rows(const std::string& path) {
  const auto content = read_file(FORMCHECK_SOURCE_DIR "/../shared/" + path);
  if (!content) {
    WARN("skipped: ../shared/" << path << " is not beside this checkout");
    return std::nullopt;
  }
  std::vector<std::vector<std::string>> rows;
  std::size_t at = 0;
  while (at < content->size()) {
    const std::size_t feed = std::min(content->find('\n', at), content->size());
    std::string line = content->substr(at, feed - at);
    at = feed + 1;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) continue;
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    rows.push_back(std::move(cells));
  }
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

}  // namespace formcheck::testing
