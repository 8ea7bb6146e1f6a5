// libFuzzer: any text as a number of the rule language and as one of the form; what is read is written and read again.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "cel/compile/string_literal.h"
#include "cel/number_text.h"
#include "number/decimal.h"
#include "number/reading.h"
#include "number/real.h"
#include "text/utf8.h"

namespace {

using namespace formcheck;  // NOLINT: several rooms

void require(bool holds) {
  if (!holds) std::abort();
}

void as_double(std::string_view s) {
  const auto value = cel::parse_double(s);
  if (!value) return;
  const std::string text = cel::double_text(*value);
  const auto again = cel::parse_double(text);
  require(again.has_value());
  require(std::isnan(*value) ? std::isnan(*again) : *again == *value);
  if (*value > 0 && std::isfinite(*value)) {
    const number::Digits digits = number::shortest_digits(*value);
    require(!digits.digits.empty() && digits.digits.size() <= 17);
    require(number::parse_real("0." + digits.digits + "e" + std::to_string(digits.exponent)) == *value);
  }
}

void as_integer(std::string_view s) {
  if (const auto value = cel::parse_integer(s)) require(cel::parse_integer(cel::integer_text(*value)) == *value);
}

void as_decimals(std::string_view a, std::string_view b) {
  const auto x = number::Decimal::parse(a), y = number::Decimal::parse(b);
  if (!x || !y) return;
  if (const auto sum = number::Decimal::add(*x, *y)) {
    const auto back = number::Decimal::subtract(*sum, *y);
    require(!back || *back == *x);
  }
  const auto product = number::Decimal::multiply(*x, *y), turned = number::Decimal::multiply(*y, *x);
  require(product.has_value() == turned.has_value() && (!product || *product == *turned));
  require((*x < *y) + (*y < *x) + (*x == *y) == 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  as_double(bytes);
  as_integer(bytes);
  const std::size_t feed = bytes.find('\n');
  as_decimals(bytes.substr(0, feed), feed == std::string_view::npos ? std::string_view("1") : bytes.substr(feed + 1));
  if (!text::first_invalid(bytes)) {
    const number::Reading typed = number::read_number(bytes);
    if (typed.meaning == number::Meaning::value) {
      const number::Reading plain = number::read_number(typed.value.to_string());
      require(plain.meaning == number::Meaning::value && plain.value == typed.value);
    }
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (bytes[at] != '"' && bytes[at] != '\'') continue;
    for (const bool raw : {false, true}) {
      const cel::StringLiteral literal = cel::read_string(bytes, at, raw);
      require(literal.end <= bytes.size());
      if (literal.fault == nullptr && literal.plain) require(literal.body + literal.body_size <= literal.end);
    }
    break;
  }
  return 0;
}
