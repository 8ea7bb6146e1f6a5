#include "form/figure_checks.h"

#include "text/normalize.h"

namespace formcheck::form {
namespace {

using Numbers = std::vector<std::uint32_t>;

bool has(const Numbers& numbers, std::uint32_t n) {
  for (const std::uint32_t number : numbers) {
    if (number == n) return true;
  }
  return false;
}

// 图1、图3; of many only the first.
std::string named(const Wording& wording, const Numbers& numbers) {
  constexpr std::size_t kMost = 8;
  std::string out;
  for (std::size_t i = 0; i < numbers.size() && i < kMost; ++i) {
    if (i > 0) out += wording.say("label.separator");
    out += wording.say("label.figure", {{"n", std::to_string(numbers[i])}});
  }
  return numbers.size() > kMost ? wording.say("label.more", {{"list", out}, {"n", std::to_string(numbers.size())}}) : out;
}

std::uint64_t bytes_of(std::uint32_t kilobytes) { return std::uint64_t{kilobytes} << 10; }

// Megabytes with one digit, rounded up so that what is too much never looks like the limit itself.
std::string megabytes(std::uint64_t bytes) {
  const std::uint64_t tenths = (bytes * 10 + (1u << 20) - 1) >> 20;
  return std::to_string(tenths / 10) + (tenths % 10 ? "." + std::to_string(tenths % 10) : "");
}

}  // namespace

[[gnu::noinline]] void check_figures(const Sheet& sheet, Slot slot, std::vector<Violation>& out) {
  const Cell& cell = sheet.cell(slot);
  if (cell.row != kNone) return;
  const Figures& figures = sheet.figures();
  const Numbers& marks = figures.marks(slot);
  if (marks.empty() && figures.list().empty()) return;
  const FigureLimits& limits = sheet.definition().figures;
  Numbers own, missing, repeated, unplaced, bare, surplus, heavy;
  std::uint64_t total = 0, in_all = 0;
  for (std::uint32_t i = 0; i < figures.list().size(); ++i) {
    const Figure& f = figures.list()[i];
    const std::uint32_t bytes = figures.picture(f).bytes;
    in_all += bytes;
    if (f.field != slot) continue;
    total += bytes;
    own.push_back(i + 1);
    if (!has(marks, i + 1)) unplaced.push_back(i + 1);
    if (text::is_blank(f.caption)) bare.push_back(i + 1);
    if (limits.count && i >= *limits.count) surplus.push_back(i + 1);
    if (limits.kilobytes && bytes > bytes_of(*limits.kilobytes)) heavy.push_back(i + 1);
  }
  Numbers seen;
  bool ordered = true;
  for (const std::uint32_t n : marks) {
    Numbers& list = !has(own, n) ? missing : has(seen, n) ? repeated : seen;
    if (&list == &seen && !seen.empty()) ordered = ordered && seen.back() < n;
    if (!has(list, n)) list.push_back(n);
  }
  const auto report = [&](std::string_view code, const Numbers& numbers, Args more = {}) {
    if (numbers.empty()) return;
    more.add("actual", named(sheet.definition().wording, numbers));
    out.push_back({code, std::move(more)});
  };
  report("figure.missing", missing);
  report("figure.repeated", repeated);
  report("figure.unplaced", unplaced);
  if (!ordered) report("figure.order", seen);
  report("figure.noCaption", bare);
  if (limits.count) report("figure.tooMany", surplus, {{"limit", std::to_string(*limits.count)}});
  if (limits.kilobytes) report("figure.tooLarge", heavy, {{"limit", megabytes(bytes_of(*limits.kilobytes))}});
  if (limits.total_kilobytes && in_all > bytes_of(*limits.total_kilobytes) && total > 0) {
    out.push_back({"figure.totalTooLarge", {{"limit", megabytes(bytes_of(*limits.total_kilobytes))}, {"actual", megabytes(in_all)}}});
  }
}

}  // namespace formcheck::form
