#include "form/bounded_json.h"

#include <algorithm>

#include "text/utf8.h"

namespace formcheck::form {
namespace {

// Enough for any draft; a file of millions of numbers must not cost the memory of their places.
constexpr std::size_t kMaxNumbers = 10'000;

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// The four hex digits of a \uXXXX escape that starts at `i`, or -1.
int unicode_escape(std::string_view s, std::size_t i) {
  if (i + 6 > s.size() || s[i] != '\\' || s[i + 1] != 'u') return -1;
  int value = 0;
  for (std::size_t k = i + 2; k < i + 6; ++k) {
    if (!is_hex(s[k])) return -1;
    value = value * 16 + (s[k] <= '9' ? s[k] - '0' : (s[k] | 0x20) - 'a' + 10);
  }
  return value;
}

bool is_high(int unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low(int unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

// JavaScript writes a lone surrogate as an escape that strict JSON readers refuse. It stands for nothing, so it becomes
// a private mark here (same length, so offsets stay true), which the builder turns into U+FFFD and reports.
constexpr std::string_view kMarkEscape = "\\uFFFE";
constexpr std::string_view kMark = "\xEF\xBF\xBE";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::string mark_lone_surrogates(std::string_view s) {
  std::string out(s);
  for (std::size_t i = 0; i + 1 < s.size(); ++i) {
    if (s[i] != '\\') continue;
    const int unit = unicode_escape(s, i);
    if (is_high(unit) && is_low(unicode_escape(s, i + 6))) {
      i += 11;
    } else if (is_high(unit) || is_low(unit)) {
      out.replace(i, 6, kMarkEscape);
      i += 5;
    } else {
      ++i;  // an escape of two characters; the rest of \uXXXX holds no backslash
    }
  }
  return out;
}

// nlohmann's SAX events into a tree, with what its own DOM reader does not tell: depth, duplicates, digits as written.
class Builder {
 public:
  Builder(BoundedJson& out, const JsonLimits& limits) : out_(out), limits_(limits) {}

  bool null() { return add(Json(nullptr)); }
  bool boolean(bool v) { return add(Json(v)); }
  bool number_integer(Json::number_integer_t v) { return add(Json(v)); }
  bool number_unsigned(Json::number_unsigned_t v) { return add(Json(v)); }
  bool number_float(Json::number_float_t v, const std::string& digits) {
    const bool ok = add(Json(v));
    if (out_.numbers.size() < kMaxNumbers) out_.numbers[last_place_] = digits;
    return ok;
  }
  bool string(std::string& v) {
    bool lone = false;
    for (std::size_t i = v.find(kMark); i != std::string::npos; i = v.find(kMark, i + 3)) {
      v.replace(i, kMark.size(), kReplacement);
      lone = true;
    }
    const bool ok = add(Json(std::move(v)));
    if (lone) out_.lone_surrogates.push_back(last_place_);
    return ok;
  }
  bool binary(Json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(Json::object()); }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool end_array() { return close(); }
  bool key(std::string& k) {
    Frame& top = stack_.back();
    for (std::size_t i = k.find(kMark); i != std::string::npos; i = k.find(kMark, i + 3)) k.replace(i, 3, kReplacement);
    top.key = k;
    if (top.node->size() >= limits_.keys) {
      out_.fault = BoundedJson::Fault::too_many_keys;
      return false;
    }
    if (const auto old = top.node->find(k); old != top.node->end()) out_.duplicates.emplace_back(pointer_to(top.place, k), *old);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    out_.fault = BoundedJson::Fault::syntax;
    out_.offset = position == 0 ? 0 : position - 1;
    return false;
  }

 private:
  struct Frame {
    Json* node;
    std::string place;
    std::string key;
  };

  Json* put(Json&& v) {
    if (stack_.empty()) {
      last_place_.clear();
      out_.value = std::move(v);
      return &out_.value;
    }
    Frame& top = stack_.back();
    if (top.node->is_array()) {
      last_place_ = pointer_to(top.place, std::to_string(top.node->size()));
      top.node->push_back(std::move(v));
      return &top.node->back();
    }
    last_place_ = pointer_to(top.place, top.key);
    Json& slot = (*top.node)[top.key];
    slot = std::move(v);
    return &slot;
  }
  bool add(Json&& v) {
    put(std::move(v));
    return true;
  }
  bool open(Json&& container) {
    if (stack_.size() >= limits_.depth) {
      out_.fault = BoundedJson::Fault::too_deep;
      return false;
    }
    Json* node = put(std::move(container));
    stack_.push_back({node, last_place_, {}});
    return true;
  }
  bool close() {
    stack_.pop_back();
    return true;
  }

  BoundedJson& out_;
  const JsonLimits& limits_;
  std::vector<Frame> stack_;
  std::string last_place_;
};

void locate(BoundedJson& out, std::string_view bytes) {
  const std::string_view before = bytes.substr(0, std::min(out.offset, bytes.size()));
  out.line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  out.column = 1;
  for (std::size_t i = line_start; i < before.size(); ++i) out.column += (before[i] & 0xC0) != 0x80;
}

}  // namespace

std::string pointer_to(std::string_view parent, std::string_view key) {
  std::string out(parent);
  out += '/';
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

BoundedJson read_json(std::string_view bytes, const JsonLimits& limits) {
  BoundedJson out;
  const auto refuse = [&](BoundedJson::Fault fault, std::size_t offset) {
    out.value = Json();
    out.fault = fault;
    out.offset = offset;
    locate(out, bytes);
    return std::move(out);
  };
  if (bytes.size() > limits.bytes) return refuse(BoundedJson::Fault::too_large, 0);
  if (const auto bad = text::first_invalid(bytes)) return refuse(BoundedJson::Fault::not_utf8, *bad);
  const bool bom = bytes.substr(0, 3) == "\xEF\xBB\xBF";
  const std::string_view body = bytes.substr(bom ? 3 : 0);
  if (body.find_first_not_of(" \t\r\n") == std::string_view::npos) return refuse(BoundedJson::Fault::empty, 0);
  const std::string marked = mark_lone_surrogates(body);
  Builder builder(out, limits);
  if (!Json::sax_parse(marked, &builder)) {
    if (out.fault == BoundedJson::Fault::none) out.fault = BoundedJson::Fault::syntax;
    return refuse(out.fault, out.offset + (bom ? 3 : 0));
  }
  return out;
}

}  // namespace formcheck::form
