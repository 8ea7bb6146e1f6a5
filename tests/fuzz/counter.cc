// Arbitrary bytes through everything that reads text below the form: UTF-8, counting, edited texts,
// normalising, numbers, decimals, formats. Nothing may crash or hang, and what must be equal is checked.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "formats/date.h"
#include "formats/format.h"
#include "number/reading.h"
#include "text/figures.h"
#include "text/names.h"
#include "text/normalize.h"
#include "text/paragraphs.h"
#include "text/utf8.h"
#include "text/words.h"

namespace {

using namespace formcheck;

void require(bool holds) {
  if (!holds) std::abort();
}

// Takes the fuzzer's bytes apart: numbers first, text from what is left.
class Input {
 public:
  explicit Input(std::string_view bytes) : rest_(bytes) {}
  [[nodiscard]] bool empty() const { return rest_.empty(); }
  std::size_t number() {  // 16 bits
    std::size_t out = 0;
    for (int i = 0; i < 2 && !rest_.empty(); ++i) {
      out = out << 8 | static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
    }
    return out;
  }
  std::string_view text(std::size_t most) {
    const std::string_view out = rest_.substr(0, most);
    rest_.remove_prefix(out.size());
    return out;
  }

 private:
  std::string_view rest_;
};

void edit(Input input) {
  const std::size_t options = input.number();
  const bool figures = options % 2 != 0;
  text::Paragraphs p(figures);
  // Short inputs still reach texts of many pieces: the start is written several times over.
  std::string reference;
  const std::string_view start = input.text(options >> 1 & 0xFF);
  for (std::size_t i = 0; i <= (options >> 9 & 0x1F); ++i) reference += start;
  p.assign(reference);
  require(p.counts() == (figures ? text::count_without_figures(reference) : text::count(reference)));
  while (!input.empty()) {
    const std::size_t what = input.number(), from = input.number(), removed = what >> 6;
    const std::string_view inserted = input.text(what & 0x1F);
    const std::size_t first = text::byte_offset(reference, from),
                      last = text::byte_offset(reference, from + removed);
    std::string next = reference;
    next.replace(first, last - first, inserted);
    const bool changed = (what & 0x20) != 0 ? p.assign(next) : p.splice(from, removed, inserted);
    require(changed == (next != reference));
    require(p.text() == next);
    require(p.counts() == (figures ? text::count_without_figures(next) : text::count(next)));
    reference = std::move(next);
  }
}

void read(std::string_view s) {
  const text::Counts counts = text::count(s);
  require(counts.utf16_units == text::utf16_length(s));
  require(counts.code_points_no_space <= counts.code_points && counts.words <= counts.code_points_no_space);
  require(counts.han <= counts.words);
  if (const auto bad = text::first_invalid(s))
    require(*bad < s.size() && !text::first_invalid(s.substr(0, *bad)));

  const std::string name = text::normal_name(s);
  require(text::normal_name(name) == name && !text::first_invalid(name));
  require(!text::first_invalid(text::fold_width(s)));
  require(text::trim(text::trim(s)) == text::trim(s));

  const number::Reading reading = number::read_number(s);
  require((reading.meaning == number::Meaning::blank) == text::is_blank(s));
  if (const auto d = number::Decimal::parse(s)) {
    require(number::Decimal::parse(d->to_string()) == d && d->scale() <= number::Decimal::kMaxScale);
    (void)d->to_double();
  }
  if (reading.meaning == number::Meaning::value) {
    const auto half = number::Decimal::divide(reading.value, 2, number::Decimal::kMaxScale);
    if (half && reading.value.scale() < number::Decimal::kMaxScale)
      require(number::Decimal::multiply(*half, 2) == reading.value);
    require(number::Decimal::subtract(reading.value, reading.value) == number::Decimal(0));
  }

  if (text::is_blank(s)) return;
  for (const formats::Format& format : formats::all()) {
    for (const formats::Problem& problem : format.check(s)) {
      bool declared = false;
      declared = declared || text::find_word(format.codes, problem.code) != std::string_view::npos;
      require(declared);
      for (const auto& [argument, value] : problem.args) require(!text::first_invalid(value));
    }
  }
  require(formats::normal_date(s).has_value() == formats::find("date")->check(s).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read(bytes);
  edit(Input(bytes));
  return 0;
}
