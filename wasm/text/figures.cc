#include "text/figures.h"

#include "text/bytes.h"
#include "text/normalize.h"

namespace formcheck::text {
namespace {

constexpr std::string_view kOpen = "【图", kClose = "】";

}  // namespace

bool is_figure_line(std::string_view line) noexcept {
  line = trim(line);
  if (line.size() <= kOpen.size() + kClose.size()) return false;
  if (line.substr(0, kOpen.size()) != kOpen || line.substr(line.size() - kClose.size()) != kClose)
    return false;
  for (const char c : line.substr(kOpen.size(), line.size() - kOpen.size() - kClose.size())) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

Counts count_without_figures(std::string_view s) noexcept {
  Counts out;
  while (!s.empty()) {
    const std::string_view line = s.substr(0, line_length(s));
    if (!is_figure_line(line)) out += count(line);
    s.remove_prefix(line.size());
  }
  return out;
}

}  // namespace formcheck::text
