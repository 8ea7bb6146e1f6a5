#include "form/constraints.h"

#include <algorithm>
#include <array>

#include "text/classes.h"
#include "text/utf8.h"

namespace formcheck::form {
namespace {

void number(const Cell& cell, std::vector<Violation>& out) {
  const Field& f = *cell.field;
  if (cell.meaning == Cell::Meaning::unreadable) return violate(out, "number.unreadable");
  if (cell.meaning != Cell::Meaning::number) return;
  const number::Decimal& actual = cell.value.decimal;
  if (f.type == FieldType::integer && !actual.is_integer()) violate(out, "number.notInteger", actual);
  if (f.min && actual < *f.min) violate(out, "number.belowMin", actual, &*f.min);
  if (f.max && actual > *f.max) violate(out, "number.aboveMax", actual, &*f.max);
}

bool is_option(const Field& f, std::string_view value) {
  return std::find(f.options.begin(), f.options.end(), value) != f.options.end();
}

void choice(const Cell& cell, std::vector<Violation>& out) {
  const Field& f = *cell.field;
  const std::string_view text = cell.text.text();
  if (f.type == FieldType::choice && !is_option(f, text)) violate(out, "choice.unknown", "actual", text);
  if (f.type != FieldType::choices) return;
  std::size_t chosen = 0;
  bool exclusive = false;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view value = text.substr(start, end - start);
    if (!is_option(f, value)) violate(out, "choice.unknown", "actual", value);
    exclusive = exclusive || value == f.exclusive;
    ++chosen;
    start = end + 1;
  }
  if (exclusive && chosen > 1) violate(out, "choices.exclusive", "option", f.exclusive_label);
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
  const auto report = [&](std::string_view code, std::uint32_t bound) { violate(out, code, actual, bound, l.about.value_or(bound)); };
  if (l.max && actual > *l.max) report("limit.over", *l.max);
  if (l.low && actual < *l.low) report("limit.short", *l.low);
  if (l.high && actual > *l.high) report("limit.long", *l.high);
}

void format(const Cell& cell, std::vector<Violation>& out) {
  if (cell.field->format == nullptr) return;
  for (formats::Problem& p : cell.field->format->check(cell.text.text())) {
    violate(out, p.code, std::move(p.args));
  }
}

// "U+0007": the first there is, else "".
[[gnu::noinline]] std::string first_control(std::string_view s) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string name;
  for (const char *p = s.data(), *end = p + s.size(); p < end && name.empty();) {
    const char32_t c = text::decode(p, end);
    if (!text::is_control(c)) continue;
    name = "U+";
    for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) name += kHex[(c >> shift) & 15];
  }
  return name;
}

// The count knows whether there is any; only then is the text searched.
void control(const Cell& cell, std::vector<Violation>& out) {
  if (cell.text.counts().controls > 0) violate(out, "text.control", "actual", first_control(cell.text.text()));
}

constexpr std::array<Constraint, 5> kRegistry = {number, choice, format, limit, control};

}  // namespace

void run_constraints(const Cell& cell, std::vector<Violation>& out) {
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
