#include "cel/compile/lexer.h"

#include "cel/compile/string_literal.h"

namespace formcheck::cel {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool in_quoted_name(char c) {
  return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '/' || c == ' ';
}

struct Punctuation {
  std::string_view text;
  TokenKind kind;
};
// Longer ones first.
constexpr Punctuation kPunctuation[] = {
    {"||", TokenKind::logical_or},  {"&&", TokenKind::logical_and},
    {"<=", TokenKind::less_equal},  {">=", TokenKind::greater_equal},
    {"==", TokenKind::equal},       {"!=", TokenKind::not_equal},
    {"(", TokenKind::left_paren},   {")", TokenKind::right_paren},
    {"[", TokenKind::left_bracket}, {"]", TokenKind::right_bracket},
    {"{", TokenKind::left_brace},   {"}", TokenKind::right_brace},
    {".", TokenKind::dot},          {",", TokenKind::comma},
    {":", TokenKind::colon},        {"?", TokenKind::question},
    {"!", TokenKind::logical_not},  {"<", TokenKind::less},
    {">", TokenKind::greater},      {"+", TokenKind::plus},
    {"-", TokenKind::minus},        {"*", TokenKind::star},
    {"/", TokenKind::slash},        {"%", TokenKind::percent},
};

class Lexer {
 public:
  Lexer(std::string_view source, Arena& constants) : source_(source), constants_(constants) {}

  tl::expected<std::vector<Token>, Error> run() {
    while (skip_blank(), at_ < source_.size()) {
      token_ = Token{TokenKind::end, column_of(at_), {}, {}, 0};
      const std::size_t start = at_;
      if (auto fault = next()) return tl::unexpected(std::move(*fault));
      if (token_.text.data() == nullptr) token_.text = source_.substr(start, at_ - start);
      tokens_.push_back(token_);
    }
    tokens_.push_back(Token{TokenKind::end, column_of(source_.size()), {}, {}, 0});
    return std::move(tokens_);
  }

 private:
  using Fault = std::optional<Error>;

  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
  }

  // Columns only grow, so counting stays linear over the whole source.
  std::uint32_t column_of(std::size_t offset) {
    for (; counted_ < offset; ++counted_) {
      if ((static_cast<unsigned char>(source_[counted_]) & 0xC0) != 0x80) ++column_;
    }
    return column_;
  }

  Fault fail(const char* code, std::size_t offset, ErrorArgument argument = {}) {
    return make_error(code, column_of(offset), argument);
  }

  void skip_blank() {
    for (; at_ < source_.size(); ++at_) {
      const char c = source_[at_];
      if (c == '/' && peek(1) == '/') {
        at_ = std::min(source_.find('\n', at_), source_.size() - 1);
      } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
        return;
      }
    }
  }

  Fault next() {
    const char c = peek();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return number();
    if (c == '`') return quoted_name();
    if (const int prefix = string_prefix(); prefix >= 0) return string(static_cast<std::size_t>(prefix));
    if (is_letter(c)) return name(), std::nullopt;
    for (const Punctuation& p : kPunctuation) {
      if (source_.substr(at_, p.text.size()) == p.text) {
        token_.kind = p.kind;
        at_ += p.text.size();
        return std::nullopt;
      }
    }
    std::size_t end = at_ + 1;  // a whole character, so that the message stays UTF-8
    while (end < source_.size() && (static_cast<unsigned char>(source_[end]) & 0xC0) == 0x80) ++end;
    return fail("cel.syntax", at_, {"found", source_.substr(at_, end - at_)});
  }

  // Letters before an opening quote, or -1 when no string starts here.
  int string_prefix() const {
    int n = 0;
    for (char c = peek(); c == 'r' || c == 'R' || c == 'b' || c == 'B';
         c = peek(static_cast<std::size_t>(n))) {
      if (++n > 2) return -1;
    }
    const char quote = peek(static_cast<std::size_t>(n));
    return quote == '"' || quote == '\'' ? n : -1;
  }

  Fault string(std::size_t prefix) {
    bool raw = false;
    for (std::size_t i = 0; i < prefix; ++i) {
      if ((peek(i) | 0x20) == 'b') return fail("cel.unsupported", at_, {"what", "bytes"});
      raw = true;
    }
    const StringLiteral literal = read_string(source_, at_ + prefix, raw);
    if (literal.fault != nullptr) {
      if (literal.fault_size == 0) return fail(literal.fault, at_);
      return fail(literal.fault, literal.end, {"found", source_.substr(literal.end, literal.fault_size)});
    }
    token_.kind = TokenKind::string;
    if (literal.plain) {
      token_.string = source_.substr(literal.body, literal.body_size);
    } else {
      std::string& value = constants_.new_string();
      value = literal.value;
      token_.string = value;
    }
    at_ = literal.end;
    return std::nullopt;
  }

  void name() {
    const std::size_t start = at_;
    while (is_letter(peek()) || is_digit(peek())) ++at_;
    const std::string_view word = source_.substr(start, at_ - start);
    token_.kind = word == "true"    ? TokenKind::word_true
                  : word == "false" ? TokenKind::word_false
                  : word == "null"  ? TokenKind::word_null
                  : word == "in"    ? TokenKind::word_in
                                    : TokenKind::name;
  }

  Fault quoted_name() {
    std::size_t end = at_ + 1;
    while (end < source_.size() && in_quoted_name(source_[end])) ++end;
    if (end == at_ + 1 || end >= source_.size() || source_[end] != '`')
      return fail("cel.syntax", at_, {"found", "`"});
    token_.kind = TokenKind::quoted_name;
    token_.text = source_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return std::nullopt;
  }

  Fault number() {
    const std::size_t start = at_;
    bool hex = false, real = false;
    if (peek() == '0' && (peek(1) | 0x20) == 'x' && is_hex(peek(2))) {
      hex = true;
      for (at_ += 2; is_hex(peek());) ++at_;
    } else {
      while (is_digit(peek())) ++at_;
      if (peek() == '.' && is_digit(peek(1))) {
        real = true;
        for (++at_; is_digit(peek());) ++at_;
      }
      const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
      if ((peek() | 0x20) == 'e' && is_digit(peek(1 + sign))) {
        real = true;
        for (at_ += 1 + sign; is_digit(peek());) ++at_;
      }
    }
    if (!real && (peek() | 0x20) == 'u') return fail("cel.unsupported", start, {"what", "uint"});
    token_.kind = real ? TokenKind::real : TokenKind::integer;
    return real || read_integer(source_.substr(start, at_ - start), hex)
               ? Fault()
               : fail("cel.badNumber", start, {"found", source_.substr(start, at_ - start)});
  }

  bool read_integer(std::string_view digits, bool hex) {
    constexpr std::uint64_t kMax = std::uint64_t{1} << 63;
    const std::uint64_t base = hex ? 16 : 10;
    for (const char c : digits.substr(hex ? 2 : 0)) {
      const auto digit = static_cast<std::uint64_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
      if (token_.magnitude > (kMax - digit) / base) return false;
      token_.magnitude = token_.magnitude * base + digit;
    }
    return true;
  }

  std::string_view source_;
  Arena& constants_;
  std::vector<Token> tokens_;
  Token token_;
  std::size_t at_ = 0, counted_ = 0;
  std::uint32_t column_ = 1;
};

}  // namespace

tl::expected<std::vector<Token>, Error> tokenize(std::string_view source, Arena& constants) {
  return Lexer(source, constants).run();
}

bool is_reserved(std::string_view name) noexcept {
  constexpr std::string_view kReserved[] = {"as",        "break",  "const",  "continue", "else", "for",
                                            "function",  "if",     "import", "let",      "loop", "package",
                                            "namespace", "return", "var",    "void",     "while"};
  for (const std::string_view word : kReserved) {
    if (word == name) return true;
  }
  return false;
}

}  // namespace formcheck::cel
