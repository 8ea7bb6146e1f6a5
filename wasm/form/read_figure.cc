#include "form/read_figure.h"

#include "text/words.h"

namespace formcheck::form {
namespace {

constexpr std::uint32_t kMaxEdge = 20'000, kMaxBytes = 1u << 30;

bool is_blob(std::string_view s) {
  constexpr std::string_view kName = "sha256-";
  return s.size() == kName.size() + 64 && s.substr(0, kName.size()) == kName &&
         s.find_first_not_of("0123456789abcdef", kName.size()) == std::string_view::npos;
}

// How the base64 of such a picture begins; "" for what is no picture of an application.
std::string_view beginning(std::string_view type) {
  return type == "image/jpeg" ? "/9j/" : type == "image/png" ? "iVBORw0KGgo" : "";
}

// How many bytes they are; 0 for what is no base64.
std::uint32_t bytes_in(std::string_view data) {
  std::string_view bare = data;
  while (!bare.empty() && bare.back() == '=') bare.remove_suffix(1);
  if (data.size() % 4 != 0) return 0;
  // No algorithm of the library: it comes four times unrolled.
  for (const char c : bare) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (!letter && !(c >= '0' && c <= '9') && c != '+' && c != '/') return 0;
  }
  return static_cast<std::uint32_t>(bare.size() * 3 / 4);
}

// 0 for anything but a whole number from 1 to `most`.
std::uint32_t number_of(const json::Value& object, std::string_view key, std::uint32_t most) {
  const json::Value* found = object.find(key);
  const auto n = found == nullptr ? std::optional<std::uint32_t>() : found->whole();
  return n && *n <= most ? *n : 0;
}

// Absent, or a text: else something would be lost.
bool is_text(const json::Value& object, std::string_view key) {
  const json::Value* found = object.find(key);
  return found == nullptr || found->is_string();
}

}  // namespace

bool is_figure_key(std::string_view key) {
  return text::find_word("id field caption type width height bytes blob data", key) != std::string_view::npos;
}

bool read_figure(const Definition& def, const json::Value& value, Figure& figure, Picture& picture) {
  if (!value.is_object() || !is_text(value, "id") || !is_text(value, "caption")) return false;
  const bool kept = value.find("field") == nullptr;
  figure.field = def.field_index(value.text_of("field"));
  if (!kept && (figure.field == kNone || !def.fields[figure.field].figures)) return false;
  figure.id = value.text_of("id");
  figure.caption = value.text_of("caption");
  picture.type = value.text_of("type");
  picture.width = number_of(value, "width", kMaxEdge);
  picture.height = number_of(value, "height", kMaxEdge);
  const std::string_view begin = beginning(picture.type);
  const bool sized = picture.width > 0 && picture.height > 0;
  if (sized == begin.empty() || !(sized || kept)) return false;
  if (const std::string_view data = value.text_of("data"); !data.empty()) {
    picture.data = data;
    picture.bytes = bytes_in(data);
    return picture.bytes > 0 && data.substr(0, begin.size()) == begin;
  }
  picture.blob = value.text_of("blob");
  picture.bytes = number_of(value, "bytes", kMaxBytes);
  return is_blob(picture.blob);
}

}  // namespace formcheck::form
