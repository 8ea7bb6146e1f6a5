// Source text → tokens.
#pragma once
#include <cstdint>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "cel/compile/error.h"
#include "cel/value.h"

namespace formcheck::cel {

enum class TokenKind : std::uint8_t {
  end,
  name,
  quoted_name,
  integer,
  real,
  string,
  // Words that are no names.
  word_true,
  word_false,
  word_null,
  word_in,
  // Punctuation.
  left_paren,
  right_paren,
  left_bracket,
  right_bracket,
  left_brace,
  right_brace,
  dot,
  comma,
  colon,
  question,
  logical_or,
  logical_and,
  logical_not,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  not_equal,
  plus,
  minus,
  star,
  slash,
  percent,
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::uint32_t column = 1;     // 1-based, code points
  std::string_view text;        // as written; a quoted name without its quotes
  std::string_view string;      // TokenKind::string: the value
  std::uint64_t magnitude = 0;  // TokenKind::integer, at most 2^63
};

// `source` must outlive the tokens; unescaped strings go into `constants`. The last token is `end`. Linear.
[[nodiscard]] tl::expected<std::vector<Token>, Error> tokenize(std::string_view source, Arena& constants);

// Reserved for other languages by the CEL grammar: good after a dot, no variable or function.
[[nodiscard]] bool is_reserved(std::string_view name) noexcept;

}  // namespace formcheck::cel
