#include "form/constraints.h"

#include <algorithm>
#include <array>

#include "text/classes.h"
#include "text/utf8.h"

namespace formcheck::form {
namespace {

void number(const Cell& cell, std::vector<Violation>& out) {
  const Field& f = *cell.field;
  if (cell.meaning == Cell::Meaning::unreadable) {
    out.push_back({"number.unreadable", {}});
    return;
  }
  if (cell.meaning != Cell::Meaning::number) return;
  if (f.type == FieldType::integer && !cell.value.decimal.is_integer()) {
    out.push_back({"number.notInteger", {{"actual", cell.value.decimal.to_plain()}}});
  }
  if (f.min && cell.value.decimal < *f.min) {
    out.push_back({"number.belowMin", {{"actual", cell.value.decimal.to_plain()}, {"limit", f.min->to_plain()}}});
  }
  if (f.max && cell.value.decimal > *f.max) {
    out.push_back({"number.aboveMax", {{"actual", cell.value.decimal.to_plain()}, {"limit", f.max->to_plain()}}});
  }
}

bool is_option(const Field& f, std::string_view value) {
  return std::find(f.options.begin(), f.options.end(), value) != f.options.end();
}

void choice(const Cell& cell, std::vector<Violation>& out) {
  const Field& f = *cell.field;
  const std::string_view text = cell.text.text();
  if (f.type == FieldType::choice && !is_option(f, text)) out.push_back({"choice.unknown", {{"actual", std::string(text)}}});
  if (f.type != FieldType::choices) return;
  std::size_t chosen = 0;
  bool exclusive = false;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view value = text.substr(start, end - start);
    if (!is_option(f, value)) out.push_back({"choice.unknown", {{"actual", std::string(value)}}});
    exclusive = exclusive || value == f.exclusive;
    ++chosen;
    start = end + 1;
  }
  if (exclusive && chosen > 1) out.push_back({"choices.exclusive", {{"option", f.exclusive_label}}});
}

std::uint32_t counted(const text::Counts& c, Limit::Scheme scheme) {
  switch (scheme) {
    case Limit::Scheme::words: return c.words;
    case Limit::Scheme::code_points: return c.code_points;
    case Limit::Scheme::code_points_no_space: return c.code_points_no_space;
    case Limit::Scheme::utf16_units: return c.utf16_units;
    case Limit::Scheme::han: return c.han;
  }
  return c.words;
}

void limit(const Cell& cell, std::vector<Violation>& out) {
  if (!cell.field->limit) return;
  const Limit& l = *cell.field->limit;
  const std::uint32_t actual = counted(cell.text.counts(), l.scheme);
  const auto args = [&](std::uint32_t bound) {
    return Args{{"actual", std::to_string(actual)},
                {"limit", std::to_string(bound)},
                {"about", std::to_string(l.about.value_or(bound))},
                {"difference", std::to_string(actual > bound ? actual - bound : bound - actual)}};
  };
  if (l.max && actual > *l.max) out.push_back({"limit.over", args(*l.max)});
  if (l.low && actual < *l.low) out.push_back({"limit.short", args(*l.low)});
  if (l.high && actual > *l.high) out.push_back({"limit.long", args(*l.high)});
}

void format(const Cell& cell, std::vector<Violation>& out) {
  if (cell.field->format == nullptr) return;
  for (formats::Problem& p : cell.field->format->check(cell.text.text())) {
    out.push_back({p.code, std::move(p.args)});
  }
}

// The count knows whether there is any; only then is the text searched for the first.
void control(const Cell& cell, std::vector<Violation>& out) {
  if (cell.text.counts().controls == 0) return;
  const std::string& s = cell.text.text();
  for (const char *p = s.data(), *end = p + s.size(); p < end;) {
    const char32_t c = text::decode(p, end);
    if (!text::is_control(c)) continue;
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string code = "U+";
    for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) code += kHex[(c >> shift) & 15];
    out.push_back({"text.control", {{"actual", std::move(code)}}});
    return;
  }
}

constexpr std::array<Constraint, 5> kRegistry = {number, choice, format, limit, control};

}  // namespace

void run_constraints(const Cell& cell, std::vector<Violation>& out) {
  out.clear();
  if (cell.blank() || cell.blocked || cell.fixed) return;
  for (const Constraint constraint : kRegistry) constraint(cell, out);
}

std::string check_codes() {
  std::string codes =
      "number.unreadable number.notInteger number.belowMin number.aboveMax choice.unknown choices.exclusive limit.over limit.short "
      "limit.long text.control figure.missing figure.unplaced figure.repeated figure.order figure.noCaption figure.tooMany "
      "figure.tooLarge figure.totalTooLarge";
  for (const formats::Format& format : formats::all()) codes.append(" ").append(format.codes);
  return codes;
}

}  // namespace formcheck::form
