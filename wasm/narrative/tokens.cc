#include "narrative/tokens.h"

#include "narrative/numerals.h"
#include "text/classes.h"

namespace formcheck::narrative {
namespace {

constexpr std::u32string_view kRangeSigns = U"~～-–—至";
constexpr std::u32string_view kRankEnds = U"，,。；;、）)：:";

bool letter(char32_t c) {
  return text::is_han(c) || is_digit(c) || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

class Tokenizer {
 public:
  Tokenizer(const Line& line, const Knowledge& knowledge, const Lexicon& names, std::vector<Token>& out)
      : line_(line.chars), knowledge_(knowledge), names_(names), out_(out) {}

  void run() {
    std::size_t at = 0;
    while (at < line_.size()) at = step(at);
    mark_ranges();
  }

 private:
  std::size_t step(std::size_t at) {
    const char32_t c = line_[at];
    Token sign;
    sign.begin = static_cast<std::uint32_t>(at), sign.end = sign.begin + 1;
    switch (c) {
      case U'。':
      case U'!':
      case U'?':
        sign.kind = Token::Kind::sentence;
        break;
      case U';':
        sign.kind = Token::Kind::segment;
        break;
      case U',':
      case U':':
      case U')':
        sign.kind = Token::Kind::comma;
        break;
      case U'(':
        sign.kind = Token::Kind::bracket;
        break;
      default:
        break;
    }
    if (sign.kind != Token::Kind::unknown) {
      out_.push_back(sign);
      return at + 1;
    }
    const Term* own = names_.find(line_, at);
    const Term* known = knowledge_.lexicon.find(line_, at);
    const Term* term =
        own != nullptr && (known == nullptr || own->text.size() >= known->text.size()) ? own : known;
    const std::size_t length = term == nullptr ? 0 : term->text.size();
    if (const std::size_t end = number(at, length); end != 0) return end;
    if (term != nullptr) {
      sign.kind = Token::Kind::term;
      sign.role = term->role, sign.edge = term->edge;
      sign.sure = term->role == Role::indicator && (term->id & 0x8000) != 0;
      sign.id = term->role == Role::indicator ? static_cast<std::uint16_t>(term->id & 0x7FFF) : term->id;
      sign.end = static_cast<std::uint32_t>(at + length);
      out_.push_back(sign);
      return at + length;
    }
    // A number that is none of these stays in one piece.
    std::size_t end = at + 1;
    if (is_digit(c)) {
      while (end < line_.size() && (is_digit(line_[end]) || line_[end] == U'.')) ++end;
    } else if (letter(c) && !text::is_han(c)) {
      while (end < line_.size() && letter(line_[end]) && !text::is_han(line_[end])) ++end;
    }
    unknown(at, end, letter(c) ? (text::is_han(c) ? 1 : 2) : 0);
    out_.back().wordy = out_.back().wordy || (letter(c) && !is_digit(c));
    return end;
  }

  void unknown(std::size_t from, std::size_t to, unsigned weight) {
    if (out_.empty() || out_.back().kind != Token::Kind::unknown) {
      Token token;
      token.begin = static_cast<std::uint32_t>(from);
      out_.push_back(token);
    }
    out_.back().end = static_cast<std::uint32_t>(to);
    out_.back().weight = static_cast<std::uint16_t>(out_.back().weight + weight);
  }

  // A year or a figure at `at` that is longer than the term there; 0 when there is none.
  std::size_t number(std::size_t at, std::size_t term) {
    if (at > 0 && is_digit(line_[at]) && letter(line_[at - 1]) && !text::is_han(line_[at - 1]))
      return 0;  // TS16949
    std::size_t from = at;
    bool ordinal = false;
    if (line_[at] == U'第' && at + 1 < line_.size()) ordinal = true, ++from;
    const auto n = numeral_at(line_, from);
    if (!n) return 0;
    if (!ordinal) {
      if (const std::size_t end = year(at, *n); end > at + term) return end;
    }
    Token token;
    token.kind = Token::Kind::figure;
    token.begin = static_cast<std::uint32_t>(at);
    std::size_t end = n->end;
    // 2024年5月 is a part of the year; its last month closes it.
    if (!ordinal && end < line_.size() && line_[end] == U'月' && n->value != number::Decimal(12)) {
      token.kind = Token::Kind::term, token.role = Role::part_year;
      token.end = static_cast<std::uint32_t>(end + 1);
      out_.push_back(token);
      return end + 1;
    }
    number::Decimal value = n->value;
    const Unit* unit = nullptr;
    if (ordinal) {
      if (end < line_.size() && (line_[end] == U'名' || line_[end] == U'位'))
        ++end;
      else if (end < line_.size() && kRankEnds.find(line_[end]) == std::u32string_view::npos)
        return 0;
      unit = &knowledge_.rank;
    } else if (n->per != 0) {
      unit = sign_unit(n->per);
    } else {
      if (end < line_.size() && (line_[end] == U'余' || line_[end] == U'多')) token.after_more = true, ++end;
      if (end < line_.size() && line_[end] == U' ') ++end;
      unit = unit_at(end);
      if (unit == nullptr) {
        unit = shared_unit(end);
        if (unit == nullptr || n->written || token.after_more) return 0;
      } else {
        end += unit->word.size();
      }
      if (end < line_.size() && line_[end] == U'多' && unit->measure == Measure::amount) {  // 12亿多元
        token.after_more = true, ++end;
        if (end < line_.size() && line_[end] == U'元') ++end;
      }
    }
    if (unit == nullptr || end <= at + term) return 0;
    const auto scaled = number::Decimal::multiply(value, unit->factor);
    std::string one = "1";
    if (value.scale() > 0) one = "0." + std::string(static_cast<std::size_t>(value.scale() - 1), '0') + "1";
    const auto last = number::Decimal::parse(one);
    const auto ulp = last ? number::Decimal::multiply(*last, unit->factor) : std::nullopt;
    if (!scaled || !ulp) return 0;
    token.value = *scaled, token.ulp = *ulp, token.unit = unit;
    token.end = static_cast<std::uint32_t>(end);
    out_.push_back(token);
    return end;
  }

  // 2024年, 2024年度, 二〇二四年, and 2023 before 、2024年 or —2024年.
  std::size_t year(std::size_t at, const Numeral& n) {
    if (n.end - at != 4) return 0;
    const auto whole = n.value.to_int64();
    if (!whole || *whole < 1950 || *whole > 2100) return 0;
    std::size_t end = n.end;
    if (end + 1 < line_.size() && line_[end] == U' ' && line_[end + 1] == U'年') ++end;
    if (end < line_.size() && line_[end] == U'年') {
      ++end;
      if (end < line_.size() && line_[end] == U'度') ++end;
    } else {
      // A bare one only in a row of years.
      std::size_t next = end;
      if (next < line_.size() && (kRangeSigns.find(line_[next]) != std::u32string_view::npos ||
                                  line_[next] == U'、' || line_[next] == U'和'))
        ++next;
      const bool row = next > end && next + 4 < line_.size() && is_digit(line_[next]) &&
                       is_digit(line_[next + 3]) && line_[next + 4] == U'年';
      if (!row) return 0;
    }
    Token token;
    token.kind = Token::Kind::year;
    token.begin = static_cast<std::uint32_t>(at), token.end = static_cast<std::uint32_t>(end);
    token.year = static_cast<int>(*whole);
    out_.push_back(token);
    return end;
  }

  const Unit* unit_at(std::size_t at) const {
    if (at >= line_.size()) return nullptr;
    for (const Unit& unit : knowledge_.units) {
      if (line_.compare(at, unit.word.size(), unit.word) != 0) continue;
      // 万元/亩 is another unit than 万元.
      const std::size_t end = at + unit.word.size();
      if (end < line_.size() && line_[end] == U'/' && unit.measure != Measure::other) return nullptr;
      return &unit;
    }
    return nullptr;
  }

  // 18.33、19.4和21.55亿元: numbers of a row have the unit of the last.
  const Unit* shared_unit(std::size_t end) const {
    for (int k = 0; k < 4 && end + 1 < line_.size(); ++k) {
      if (line_[end] != U'、' && line_[end] != U'和' && line_[end] != U'与' && line_[end] != U'及')
        return nullptr;
      if (!is_digit(line_[end + 1])) return nullptr;
      const auto next = numeral_at(line_, end + 1);
      if (!next) return nullptr;
      end = next->end;
      if (const Unit* unit = unit_at(end)) return unit->measure == Measure::other ? nullptr : unit;
    }
    return nullptr;
  }

  const Unit* sign_unit(char32_t sign) const {
    for (const Unit& unit : knowledge_.units) {
      if (unit.word.size() == 1 && unit.word[0] == sign) return &unit;
    }
    return nullptr;
  }

  void mark_ranges() {
    for (std::size_t i = 0; i < out_.size(); ++i) {
      Token& token = out_[i];
      if (token.kind != Token::Kind::figure) continue;
      const auto sign = [&](std::size_t at) {
        return kRangeSigns.find(line_[at]) != std::u32string_view::npos;
      };
      if (token.begin > 1 && sign(token.begin - 1) &&
          (is_digit(line_[token.begin - 2]) ||
           (i > 1 && out_[i - 2].kind == Token::Kind::figure && out_[i - 2].end + 1 == token.begin))) {
        token.ranged = true;
      }
      if (token.end + 1 < line_.size() && sign(token.end) && is_digit(line_[token.end + 1]))
        token.ranged = true;
    }
  }

  std::u32string_view line_;
  const Knowledge& knowledge_;
  const Lexicon& names_;
  std::vector<Token>& out_;
};

}  // namespace

void tokenize(const Line& line, const Knowledge& knowledge, const Lexicon& names, std::vector<Token>& out) {
  out.clear();
  Tokenizer(line, knowledge, names, out).run();
}

}  // namespace formcheck::narrative
