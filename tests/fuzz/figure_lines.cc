// libFuzzer: any text with 【图n】 lines: finding them, numbering them anew, making room for one. The lines are where they are said
// to be, nothing else is touched, and numbering back gives the text as it was.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "text/figures.h"
#include "text/utf8.h"

namespace {

using namespace formcheck::text;  // NOLINT: the whole target is about it

void require(bool holds) {
  if (!holds) std::abort();
}

std::string without_lines(std::string_view s) {
  std::string out;
  std::size_t at = 0;
  for (const FigureLine& line : figure_lines(s)) {
    out.append(s.substr(at, line.begin - at));
    at = line.end;
  }
  return out.append(s.substr(at));
}

void renumber(std::string_view s) {
  const std::vector<FigureLine> lines = figure_lines(s);
  std::size_t last = 0;
  for (const FigureLine& line : lines) {
    require(line.begin >= last && line.begin < line.end && line.end <= s.size());
    require(is_figure_line(s.substr(line.begin, line.end - line.begin)));
    last = line.end;
  }
  const std::vector<std::uint32_t> turned = {3, 1, 2}, back = {2, 3, 1}, none = {0, 0, 0};
  const std::string once = renumbered(s, turned, 4);
  require(!first_invalid(once) && figure_lines(once).size() == lines.size());
  require(without_lines(once) == without_lines(s));
  require(count_without_figures(once) == count_without_figures(s));
  require(renumbered(renumbered(once, back, 4), {1, 2, 3}, 4) == renumbered(s, {1, 2, 3}, 4));
  for (const FigureLine& line : figure_lines(renumbered(s, none, 7))) require(line.number == 0 || line.number > 3);
}

void make_room(std::string_view s, std::size_t at) {
  while (at > 0 && at < s.size() && (static_cast<unsigned char>(s[at]) & 0xC0) == 0x80) --at;
  const LinePlace place = line_at(s, at);
  require(place.begin <= at && at <= place.end && place.end <= s.size());
  require(s.substr(place.begin, place.end - place.begin).find('\n') == std::string_view::npos);
  for (const bool over : {false, true}) {
    const FigureGap gap = figure_gap(s, at, over);
    require(gap.begin <= gap.end && gap.end <= s.size());
    std::string with(s.substr(0, gap.begin));
    if (gap.feed_before) with += '\n';
    with += figure_marker(9);
    if (gap.feed_after) with += '\n';
    const std::size_t end = with.size();
    with += s.substr(gap.end);
    bool there = false;
    for (const FigureLine& line : figure_lines(with)) there = there || (line.number == 9 && line.begin <= end && end <= line.end + 1);
    require(there);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view s(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (first_invalid(s)) return 0;
  renumber(s);
  make_room(s, s.empty() ? 0 : data[0] % (s.size() + 1));
  return 0;
}
