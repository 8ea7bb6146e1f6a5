#include "json/read.h"

#include <algorithm>
#include <cstring>

#include "text/utf8.h"

namespace formcheck::json {
namespace {

constexpr std::size_t kChunk = 128;  // values are taken from the heap so many at a time

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_high(int unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low(int unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

// Recursive descent over a copy of the text, in which escapes are replaced by what they stand for: never
// longer.
class Reader {
 public:
  Reader(Document& out, const Limits& limits, char* begin, char* end)
      : out_(out), limits_(limits), at_(begin), end_(end) {}

  bool run() {
    if (!value(out_.root)) return false;
    skip_space();
    return at_ == end_ || unexpected();
  }
  [[nodiscard]] const char* at() const { return at_; }

 private:
  struct Frame {
    const Value* container;
    std::string_view key;
    std::uint32_t index;
  };

  bool fail(Fault fault) {
    out_.fault = fault;
    return false;
  }
  bool syntax() { return fail(Fault::syntax); }
  // A fault of the grammar is told at the last byte of the word that may not stand here.
  bool unexpected() {
    if (at_ == end_) return syntax();
    if (*at_ == '"') {
      std::string_view ignored;
      bool lone = false;
      if (string(ignored, lone)) --at_;
    } else if (*at_ == '-' || is_digit(*at_)) {
      Value ignored;
      if (number(ignored)) --at_;
    } else {
      for (const std::string_view word : {"true", "false", "null"}) {
        if (*at_ != word[0]) continue;
        if (literal(word)) --at_;
        break;  // the reader may stand at the end now
      }
    }
    return syntax();
  }

  void skip_space() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
  }
  bool accept(char c) {
    skip_space();
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }

  [[nodiscard]] std::string place() const {
    std::string pointer;
    for (const Frame& f : path_)
      pointer =
          pointer_to(pointer, f.container->is_object() ? f.key : std::string_view(std::to_string(f.index)));
    return pointer;
  }

  Value* new_value() {
    if (used_ % kChunk == 0) out_.values.push_back(std::make_unique<Value[]>(kChunk));
    return &out_.values.back()[used_++ % kChunk];
  }

  bool value(Value& out) {
    skip_space();
    switch (at_ == end_ ? '\0' : *at_) {
      case '{':
      case '[':
        return container(out);
      case '"': {
        out.kind = Kind::string;
        bool lone = false;
        if (!string(out.text, lone)) return false;
        if (lone) out_.lone_surrogates.push_back(place());
        return true;
      }
      case 't':
        out.kind = Kind::boolean, out.truth = true;
        return literal("true");
      case 'f':
        out.kind = Kind::boolean, out.truth = false;
        return literal("false");
      case 'n':
        out.kind = Kind::null;
        return literal("null");
      default:
        return number(out);
    }
  }

  bool literal(std::string_view word) {
    for (const char c : word) {
      if (at_ == end_ || *at_ != c) return syntax();
      ++at_;
    }
    return true;
  }

  bool digits() {
    if (at_ == end_ || !is_digit(*at_)) return syntax();
    while (at_ != end_ && is_digit(*at_)) ++at_;
    return true;
  }

  bool number(Value& out) {
    const char* const start = at_;
    if (at_ != end_ && *at_ == '-') ++at_;
    if (at_ != end_ && *at_ == '0') {
      ++at_;
    } else if (!digits()) {
      return false;
    }
    if (at_ != end_ && *at_ == '.') {
      ++at_;
      if (!digits()) return false;
    }
    if (at_ != end_ && (*at_ | 0x20) == 'e') {
      ++at_;
      if (at_ != end_ && (*at_ == '+' || *at_ == '-')) ++at_;
      if (!digits()) return false;
    }
    out.kind = Kind::number;
    out.text = {start, static_cast<std::size_t>(at_ - start)};
    return true;
  }

  bool container(Value& out) {
    if (path_.size() >= limits_.depth) return fail(Fault::too_deep);
    const bool object = *at_++ == '{';
    const char close = object ? '}' : ']';
    out.kind = object ? Kind::object : Kind::array;
    path_.push_back({&out, {}, 0});
    if (!accept(close)) {
      Value* last = nullptr;
      do {
        std::string_view key;
        if (object && !member_name(out, key)) return false;
        Value* old = object ? const_cast<Value*>(out.find(key)) : nullptr;
        path_.back().key = key, path_.back().index = out.size;
        if (old != nullptr) {
          if (!give_way(*old)) return false;
          continue;
        }
        Value* child = new_value();
        if (!value(*child)) return false;
        child->key = key;
        (last == nullptr ? out.first : last->next) = child;
        last = child;
        ++out.size;
      } while (accept(','));
      if (!accept(close)) return unexpected();
    }
    path_.pop_back();
    return true;
  }

  bool member_name(const Value& object, std::string_view& out) {
    skip_space();
    if (at_ == end_ || *at_ != '"') return unexpected();
    bool lone = false;
    if (!string(out, lone)) return false;
    if (object.size >= limits_.keys) return fail(Fault::too_many_keys);
    return accept(':') || unexpected();
  }

  // The last value of a key counts; the one before it is told.
  bool give_way(Value& old) {
    out_.duplicates.emplace_back(place(), old);
    const Value before = old;
    old = {};
    if (!value(old)) return false;
    old.key = before.key, old.next = before.next;
    return true;
  }

  int unit() {
    int value = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = at_ == end_ ? '\0' : *at_;
      const char lower = static_cast<char>(c | 0x20);
      if (is_digit(c)) {
        value = value * 16 + (c - '0');
      } else if (lower >= 'a' && lower <= 'f') {
        value = value * 16 + (lower - 'a' + 10);
      } else {
        return -1;
      }
    }
    return value;
  }

  // \uXXXX: JavaScript writes a lone surrogate so; it stands for nothing.
  bool unicode(char*& to, bool& lone) {
    int code = unit();
    if (code < 0) return syntax();
    if (is_high(code) && end_ - at_ >= 6 && at_[0] == '\\' && at_[1] == 'u') {
      char* const second = at_;
      at_ += 2;
      const int low = unit();
      if (low < 0) return syntax();
      if (is_low(low)) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
      } else {
        at_ = second;
      }
    }
    lone = lone || is_high(code) || is_low(code);
    std::string character;
    text::append(character, static_cast<char32_t>(code));
    to = std::copy(character.begin(), character.end(), to);
    return true;
  }

  bool string(std::string_view& out, bool& lone) {
    char* const start = ++at_;
    while (at_ != end_ && *at_ != '"' && *at_ != '\\' && static_cast<unsigned char>(*at_) >= 0x20) ++at_;
    char* to = at_;
    while (at_ != end_ && *at_ != '"') {
      if (static_cast<unsigned char>(*at_) < 0x20) return syntax();
      if (*at_ != '\\') {
        *to++ = *at_++;
        continue;
      }
      if (++at_ == end_) return syntax();
      constexpr std::string_view kEscapes = "\"\\/bfnrt", kMeaning = "\"\\/\b\f\n\r\t";
      const std::size_t i = kEscapes.find(*at_);
      if (i != std::string_view::npos) {
        *to++ = kMeaning[i];
        ++at_;
      } else if (*at_ != 'u') {
        return syntax();
      } else {
        ++at_;
        if (!unicode(to, lone)) return false;
      }
    }
    if (at_ == end_) return syntax();
    ++at_;
    out = {start, static_cast<std::size_t>(to - start)};
    return true;
  }

  Document& out_;
  const Limits& limits_;
  char* at_;
  char* const end_;
  std::vector<Frame> path_;
  std::size_t used_ = 0;
};

void locate(Document& out, std::string_view bytes) {
  const std::string_view before = bytes.substr(0, out.offset);
  out.line = 1;
  out.column = 1;
  for (const char c : before) {
    if (c == '\n') {
      ++out.line;
      out.column = 1;
    } else {
      out.column += (c & 0xC0) != 0x80;
    }
  }
}

}  // namespace

Document read(std::string_view bytes, const Limits& limits) {
  Document out;
  const std::size_t bom = bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  if (bytes.size() > limits.bytes) {
    out.fault = Fault::too_large;
  } else if (const auto bad = text::first_invalid(bytes)) {
    out.fault = Fault::not_utf8;
    out.offset = *bad;
  } else if (bytes.find_first_not_of(" \t\r\n", bom) == std::string_view::npos) {
    out.fault = Fault::empty;
  } else {
    const std::size_t size = bytes.size() - bom;
    out.characters.reset(new char[size]);
    std::memcpy(out.characters.get(), bytes.data() + bom, size);
    Reader reader(out, limits, out.characters.get(), out.characters.get() + size);
    if (reader.run()) return out;
    out.offset = static_cast<std::size_t>(reader.at() - out.characters.get()) + bom;
  }
  out.root = {};
  locate(out, bytes);
  return out;
}

}  // namespace formcheck::json
