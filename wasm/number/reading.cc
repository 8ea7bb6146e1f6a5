#include "number/reading.h"

#include "text/classes.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace formcheck::number {
namespace {

constexpr int kMaxCodePoints = 64;

// Takes the code points of a number one by one and writes the canonical form Decimal::parse reads.
class Reader {
 public:
  // False as soon as the text cannot be a number.
  [[nodiscard]] bool take(char32_t c) noexcept {
    if (text::is_invisible(c)) return true;
    if (text::is_space(c)) return take_space();
    c = text::fold_width(c);
    if (place_ == Place::done) return false;
    if (c >= U'0' && c <= U'9') return take_digit(static_cast<char>(c));
    switch (c) {
      case U'+':
      case U'-':
      case U'−':
        return take_sign(c != U'+');
      case U'.':
        return take_point();
      case U',':
      case U'\'':
        return take_separator(c);
      case U'’':
        return take_separator(U'\'');
      case U'%':
        percent_ = true;
        return close_whole(Place::done);
      default:
        return false;
    }
  }

  [[nodiscard]] Reading finish() noexcept {
    Reading out;
    out.meaning = Meaning::unreadable;
    if ((place_ != Place::done && !close_whole(Place::done)) || !any_digit_) return out;
    if (length_ != 0 && buffer_[length_ - 1] == '.') --length_;
    if (const auto value = Decimal::parse({buffer_, static_cast<std::size_t>(length_)})) {
      out = {Meaning::value, *value, percent_, separator_ != 0};
    }
    return out;
  }

 private:
  enum class Place : unsigned char { start, whole, fraction, done };

  void put(char c) noexcept { buffer_[length_++] = c; }

  bool take_sign(bool minus) noexcept {
    if (place_ != Place::start) return false;
    place_ = Place::whole;
    if (minus) put('-');
    return true;
  }

  bool take_digit(char digit) noexcept {
    if (place_ == Place::start) place_ = Place::whole;
    if (gap_ && after_digit_) {
      if (place_ == Place::fraction || !take_separator(U' ')) return false;
    }
    if (group_ == 0 && separator_ == 0) first_digit_ = digit;
    if (place_ == Place::whole) ++group_;
    gap_ = false;
    after_digit_ = any_digit_ = true;
    put(digit);
    return true;
  }

  bool take_point() noexcept {
    if (place_ == Place::fraction || !close_whole(Place::fraction)) return false;
    put('.');
    return true;
  }

  bool take_space() noexcept {
    gap_ = true;
    return separator_ == 0 || separator_ == U' ' || group_ != 0;  // not right after a comma
  }

  bool take_separator(char32_t kind) noexcept {
    if (place_ != Place::whole || !after_digit_ || (gap_ && kind != U' ')) return false;
    if (separator_ == 0 ? group_ > 3 || first_digit_ == '0' : separator_ != kind || group_ != 3) return false;
    separator_ = kind;
    group_ = 0;
    after_digit_ = false;
    return true;
  }

  // The whole part ends here: its last group must be complete.
  bool close_whole(Place next) noexcept {
    if (place_ != Place::fraction && separator_ != 0 && group_ != 3) return false;
    place_ = next;
    after_digit_ = gap_ = false;
    return true;
  }

  char buffer_[kMaxCodePoints];
  int length_ = 0;
  int group_ = 0;           // digits of the current group of the whole part
  char32_t separator_ = 0;  // its kind, once there was one
  char first_digit_ = 0;
  Place place_ = Place::start;
  bool gap_ = false;  // a space since the last digit
  bool after_digit_ = false, any_digit_ = false, percent_ = false;
};

}  // namespace

Reading read_number(std::string_view typed) noexcept {
  if (text::is_blank(typed)) return {};
  constexpr Reading kUnreadable{Meaning::unreadable, {}, false, false};
  Reader reader;
  const char* p = typed.data();
  const char* const end = p + typed.size();
  for (int n = 0; p != end; ++n) {
    if (n == kMaxCodePoints || !reader.take(text::decode(p, end))) return kUnreadable;
  }
  return reader.finish();
}

}  // namespace formcheck::number
