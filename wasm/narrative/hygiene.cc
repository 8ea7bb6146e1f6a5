#include "narrative/hygiene.h"

#include <algorithm>

#include "narrative/numerals.h"
#include "text/classes.h"

namespace formcheck::narrative {
namespace {

constexpr std::size_t npos = std::u32string_view::npos;
constexpr std::u32string_view kHalf = U",;:?!()", kFull = U"，；：？！（）";
constexpr std::u32string_view kOpen = U"(《【〔「『“‘", kClose = U")》】〕」』”’";
constexpr std::u32string_view kLeftOf = U"”）》】％%";  // may stand before a sign of a Chinese sentence
constexpr std::u32string_view kStops = U"。；;，,：:、！!？?";

bool latin(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }

class Search {
 public:
  Search(const Line& line, const Knowledge& knowledge, std::vector<Blemish>& out)
      : line_(line), chars_(line.chars), knowledge_(knowledge), out_(out) {}

  void run() {
    half_width();
    brackets();
    counting();
    patterns();
    numbers();
  }

 private:
  void add(Blemish::Kind kind, std::size_t begin, std::size_t end, std::uint32_t number = 0) {
    out_.push_back({kind, begin, end, number, {}, {}});
  }

  [[nodiscard]] char32_t at(std::size_t i) const { return i < chars_.size() ? line_.raw[i] : 0; }

  void half_width() {
    std::size_t first = npos;
    for (std::size_t i = 1; i < chars_.size(); ++i) {
      const std::size_t sign = kHalf.find(line_.raw[i]);
      if (sign == npos) continue;
      const char32_t before = at(i - 1), after = at(i + 1);
      const bool left = text::is_han(before) || kLeftOf.find(before) != npos;
      const bool right =
          after == 0 || text::is_han(after) || text::is_space(after) || kOpen.find(after) != npos;
      const bool hit = line_.raw[i] == U'('   ? text::is_han(before) && text::is_han(after)
                       : text::is_han(before) ? right || line_.raw[i] != U':'
                                              : left && text::is_han(after);
      if (!hit) continue;
      if (first == npos) {
        first = out_.size();
        add(Blemish::Kind::half_width, i, i + 1);
        out_.back().mend = kFull.substr(sign, 1);
      } else {
        out_[first].more.push_back(i);
      }
    }
  }

  void brackets() {
    std::vector<std::size_t> open[8];
    for (std::size_t i = 0; i < chars_.size(); ++i) {
      const char32_t c = chars_[i];
      if (const std::size_t kind = kOpen.find(c); kind != npos) {
        if (c != U'‘' || i == 0 || !latin(chars_[i - 1])) open[kind].push_back(i);
      } else if (const std::size_t other = kClose.find(c); other != npos) {
        if (!open[other].empty())
          open[other].pop_back();
        else if (!(c == U')' && counts_item(i)) && !(c == U'’' && i > 0 && latin(chars_[i - 1])))
          add(Blemish::Kind::unpaired, i, i + 1);
      }
    }
    for (const auto& left : open) {
      if (!left.empty()) add(Blemish::Kind::unpaired, left.back(), left.back() + 1);
    }
  }

  // 1) a) 一) at the head of the line or a clause.
  [[nodiscard]] bool counts_item(std::size_t i) const {
    std::size_t from = i;
    while (from > 0 && i - from < 3 &&
           (is_digit(chars_[from - 1]) || latin(chars_[from - 1]) || written_digit(chars_[from - 1]) > 0 ||
            chars_[from - 1] == U'十'))
      --from;
    return from < i &&
           (from == 0 || kStops.find(chars_[from - 1]) != npos || text::is_space(chars_[from - 1]));
  }

  // 一是…二是…, 第一，…第二，…: a number left out, or told twice.
  void counting() {
    std::uint32_t last_is = 0, last_ordinal = 0;
    for (std::size_t i = 0; i < chars_.size(); ++i) {
      if (i > 0 && kStops.find(chars_[i - 1]) == npos) continue;
      const bool ordinal = chars_[i] == U'第';
      const std::size_t from = i + (ordinal ? 1 : 0);
      if (from >= chars_.size() || written_digit(chars_[from]) < 1 || chars_[from] == U'两') continue;
      const auto n = numeral_at(chars_, from);
      if (!n || n->end >= chars_.size() || n->end - from > 2) continue;
      const bool counted =
          ordinal ? chars_[n->end] == U',' || chars_[n->end] == U'、' : chars_[n->end] == U'是';
      const auto value = n->value.to_int64();
      if (!counted || !value || *value > 20) continue;
      std::uint32_t& last = ordinal ? last_ordinal : last_is;
      const auto number = static_cast<std::uint32_t>(*value);
      if (last > 0 && number != last + 1 && number != 1)
        add(Blemish::Kind::numbering, i, n->end + (ordinal ? 0 : 1), last + 1);
      last = number;
    }
  }

  void patterns() {
    std::size_t first_superlative = out_.size();
    bool source = false;
    const auto close_sentence = [&] {
      if (source) {
        for (std::size_t k = out_.size(); k > first_superlative; --k) {
          if (out_[k - 1].kind == Blemish::Kind::superlative)
            out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(k - 1));
        }
      }
      source = false, first_superlative = out_.size();
    };
    for (std::size_t i = 0; i < chars_.size(); ++i) {
      if (chars_[i] == U'。') close_sentence();
      const std::size_t run = placeholder_run(i);
      if (run > 0) {
        add(Blemish::Kind::placeholder, i, i + run);
        i += run - 1;
        continue;
      }
      const Term* term = knowledge_.patterns.find(chars_, i);
      if (term == nullptr) continue;
      const std::size_t end = i + term->text.size();
      switch (static_cast<Pattern>(term->id)) {
        case Pattern::placeholder:
          add(Blemish::Kind::placeholder, i, end);
          break;
        case Pattern::bracketed:
          if (i > 0 && kOpen.find(chars_[i - 1]) != npos && end < chars_.size() &&
              kClose.find(chars_[end]) != npos) {
            add(Blemish::Kind::placeholder, i - 1, end + 1);
          } else if (i == 0 && end < chars_.size() && chars_[end] == U':') {
            add(Blemish::Kind::placeholder, i, end);
          }
          break;
        case Pattern::leftover:
          add(Blemish::Kind::leftover, i, end);
          break;
        case Pattern::superlative:
          add(Blemish::Kind::superlative, i, end);
          break;
        case Pattern::source:
          source = true;
          break;
        case Pattern::harmless:
          break;
        default:
          continue;
      }
      i = end - 1;
    }
    close_sentence();
  }

  // ×× ○○ ___ …: signs that stand for what is still to be filled in. XX only beside Chinese.
  [[nodiscard]] std::size_t placeholder_run(std::size_t i) const {
    const char32_t c = chars_[i];
    if (c != U'×' && c != U'○' && c != U'〇' && c != U'_' && c != U'X' && c != U'x' && c != U'*' &&
        c != U'□' && c != U'某')
      return 0;
    std::size_t n = 1;
    while (i + n < chars_.size() && chars_[i + n] == c) ++n;
    const bool han =
        (i > 0 && text::is_han(chars_[i - 1])) || (i + n < chars_.size() && text::is_han(chars_[i + n]));
    switch (c) {
      case U'_':
        return n >= 2 ? n : 0;
      case U'×':
      case U'○':
      case U'*':
        return n >= 2 && (han || n == chars_.size()) ? n : 0;
      case U'〇':
      case U'某':
        return n == 2 && han && !(i > 0 && written_digit(chars_[i - 1]) >= 0) &&
                       !(i + n < chars_.size() && written_digit(chars_[i + n]) >= 0)
                   ? n
                   : 0;
      case U'X':
      case U'x': {
        const bool joined =
            (i > 0 && (latin(chars_[i - 1]) || is_digit(chars_[i - 1]) || chars_[i - 1] == U'-')) ||
            (i + n < chars_.size() &&
             (latin(chars_[i + n]) || is_digit(chars_[i + n]) || chars_[i + n] == U'-'));
        return n >= 2 && han && !joined ? n : 0;
      }
      default:
        return 0;
    }
  }

  void numbers() {
    for (std::size_t i = 0; i < chars_.size(); ++i) {
      if (chars_[i] == U'图') i = reference(i);
      if (i >= chars_.size() || !is_digit(chars_[i]) ||
          (i > 0 && (is_digit(chars_[i - 1]) || latin(chars_[i - 1]) || chars_[i - 1] == U'.')))
        continue;
      std::size_t end = i;
      while (end < chars_.size() && is_digit(chars_[end])) ++end;
      const bool x = end < chars_.size() && (chars_[end] == U'X' || chars_[end] == U'x');
      if (end - i == 11 && chars_[i] == U'1' && chars_[i + 1] >= U'3' && !x &&
          !(end < chars_.size() && (latin(chars_[end]) || chars_[end] == U'.'))) {
        add(Blemish::Kind::personal, i, end);
      } else if ((end - i == 18 || (end - i == 17 && x)) && (identity(i) || led_as_identity(i))) {
        add(Blemish::Kind::personal, i, i + 18);
      }
      i = end;
    }
  }

  // 如图3所示, 见图3.
  std::size_t reference(std::size_t i) {
    std::size_t end = i + 1;
    std::uint32_t number = 0;
    while (end < chars_.size() && is_digit(chars_[end]) && end - i < 4)
      number = number * 10 + static_cast<std::uint32_t>(chars_[end++] - U'0');
    const bool led = i > 0 && knowledge_.reference_before.find(chars_[i - 1]) != npos,
               followed = end < chars_.size() && knowledge_.reference_after.find(chars_[end]) != npos,
               bracketed = i > 0 && chars_[i - 1] == U'(' && end < chars_.size() && chars_[end] == U')';
    if (number == 0 || (!led && !followed && !bracketed)) return i;
    if (end < chars_.size() && (is_digit(chars_[end]) || chars_[end] == U'-' || chars_[end] == U'.'))
      return i;
    add(Blemish::Kind::figure_reference, i, end, number);
    return end;
  }

  // 身份证号： stands right before it.
  [[nodiscard]] bool led_as_identity(std::size_t at) const {
    for (std::size_t i = at - std::min<std::size_t>(at, 8); i < at; ++i) {
      const Term* term = knowledge_.patterns.find(chars_, i);
      if (term != nullptr && term->id == static_cast<std::uint16_t>(Pattern::identity_lead)) return true;
    }
    return false;
  }

  // A resident's number: a date inside, and the check digit of GB 11643.
  [[nodiscard]] bool identity(std::size_t i) const {
    const auto digit = [&](std::size_t k) { return static_cast<unsigned>(chars_[i + k] - U'0'); };
    const unsigned century = digit(6) * 10 + digit(7), month = digit(10) * 10 + digit(11),
                   day = digit(12) * 10 + digit(13);
    if ((century != 19 && century != 20) || month < 1 || month > 12 || day < 1 || day > 31) return false;
    unsigned sum = 0, weight = 1;
    for (std::size_t k = 17; k-- > 0;) weight = weight * 2 % 11, sum += digit(k) * weight;
    const unsigned check = (12 - sum % 11) % 11;
    const char32_t last = chars_[i + 17];
    return check == 10 ? last == U'X' || last == U'x' : last == U'0' + check;
  }

  const Line& line_;
  std::u32string_view chars_;
  const Knowledge& knowledge_;
  std::vector<Blemish>& out_;
};

}  // namespace

void find_blemishes(const Line& line, const Knowledge& knowledge, std::vector<Blemish>& out) {
  out.clear();
  Search(line, knowledge, out).run();
}

Heading heading_of(const Line& line) {
  std::u32string_view s = line.chars;
  std::size_t i = 0;
  while (i < s.size() && text::is_space(s[i])) ++i;
  const bool bracket = i < s.size() && s[i] == U'(';
  const std::size_t from = i + (bracket ? 1 : 0);
  if (from >= s.size() || (!is_digit(s[from]) && written_digit(s[from]) < 1 && s[from] != U'十')) return {};
  const auto n = numeral_at(s, from);
  if (!n || n->per != 0 || n->end - from > 3 || n->end >= s.size()) return {};
  const auto value = n->value.to_int64();
  if (!value || *value < 1 || *value > 99 || n->value.scale() > 0) return {};
  const char32_t sign = s[n->end];
  const bool written = !is_digit(s[from]);
  const Heading heading{0, static_cast<std::uint32_t>(*value), static_cast<std::uint32_t>(n->end + 1)};
  const auto with = [&](std::uint8_t level) { return Heading{level, heading.number, heading.end}; };
  if (bracket) return sign == U')' ? with(written ? 2 : 4) : Heading{};
  if (written) return sign == U'、' ? with(1) : Heading{};
  if (sign == U'、' || (sign == U'.' && (n->end + 1 == s.size() || !is_digit(s[n->end + 1])))) return with(3);
  return {};
}

}  // namespace formcheck::narrative
