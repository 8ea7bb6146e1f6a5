#include "text/figures.h"

#include <algorithm>

#include "text/bytes.h"
#include "text/normalize.h"

namespace formcheck::text {
namespace {

constexpr std::string_view kOpen = "【图", kClose = "】";
constexpr std::size_t kMaxDigits = 6;

// The digits of a figure line, or nothing.
std::string_view digits_of(std::string_view line) noexcept {
  line = trim(line);
  if (line.size() <= kOpen.size() + kClose.size()) return {};
  if (line.substr(0, kOpen.size()) != kOpen || line.substr(line.size() - kClose.size()) != kClose) return {};
  line = line.substr(kOpen.size(), line.size() - kOpen.size() - kClose.size());
  for (const char c : line) {
    if (c < '0' || c > '9') return {};
  }
  return line;
}

std::uint32_t number_of(std::string_view digits) noexcept {
  std::uint32_t n = 0;
  if (digits.size() > kMaxDigits) return 0;
  for (const char c : digits) n = n * 10 + static_cast<std::uint32_t>(c - '0');
  return n;
}

}  // namespace

bool is_figure_line(std::string_view line) noexcept { return !digits_of(line).empty(); }

Counts count_without_figures(std::string_view s) noexcept {
  Counts out;
  while (!s.empty()) {
    const std::string_view line = s.substr(0, line_length(s));
    if (!is_figure_line(line)) out += count(line);
    s.remove_prefix(line.size());
  }
  return out;
}

LinePlace line_at(std::string_view text, std::size_t at) noexcept {
  at = std::min(at, text.size());
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return {before == std::string_view::npos ? 0 : before + 1, std::min(text.find('\n', at), text.size())};
}

std::vector<FigureLine> figure_lines(std::string_view text) {
  std::vector<FigureLine> out;
  for (std::size_t at = text.find(kOpen); at != std::string_view::npos; at = text.find(kOpen, at)) {
    const LinePlace line = line_at(text, at);
    const std::string_view digits = digits_of(text.substr(line.begin, line.end - line.begin));
    at = std::min(line.end + 1, text.size());
    if (!digits.empty()) out.push_back({line.begin, at, number_of(digits)});
  }
  return out;
}

std::string figure_marker(std::uint32_t number) {
  std::string out(kOpen);
  return out.append(std::to_string(number)).append(kClose);
}

std::string renumbered(std::string_view text, const std::vector<std::uint32_t>& to, std::uint32_t free) {
  std::string out;
  std::size_t done = 0;
  for (const FigureLine& line : figure_lines(text)) {
    if (line.number == 0) continue;
    const bool known = line.number <= to.size();
    const std::uint32_t now = known ? to[line.number - 1] : std::max(line.number, free);
    out.append(text.substr(done, line.begin - done));
    done = line.end;
    if (now == 0 && known) {
      // The last line takes the line feed before it along.
      if (line.end == text.size() && text[line.end - 1] != '\n' && !out.empty() && out.back() == '\n') out.pop_back();
      continue;
    }
    const std::string_view whole = text.substr(line.begin, line.end - line.begin);
    const std::string_view digits = digits_of(whole);
    const auto first = static_cast<std::size_t>(digits.data() - whole.data());
    out.append(whole.substr(0, first)).append(std::to_string(now)).append(whole.substr(first + digits.size()));
  }
  return out.append(text.substr(done));
}

FigureGap figure_gap(std::string_view text, std::size_t at, bool over) noexcept {
  const LinePlace line = line_at(text, at);
  // At the end of the text a line is left to go on writing in.
  if (over || is_blank(text.substr(line.begin, line.end - line.begin))) return {line.begin, line.end, false, line.end == text.size()};
  if (at <= line.begin) return {line.begin, line.begin, false, true};
  return {line.end, line.end, true, line.end == text.size()};
}

}  // namespace formcheck::text
