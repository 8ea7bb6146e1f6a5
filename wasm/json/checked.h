// Checked access to a file that must be as we write it: every read says what it wants, the first thing that
// is not so becomes the fault, and later reads give defaults, so loaders need no branch after every line.
// What a fault is called, and how texts are kept, is each loader's own.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"
#include "text/words.h"

namespace formcheck::json {

enum class Wrong : unsigned char { missing, unknown_key, kind };

// The JSON Pointer of a value in its tree: looked for only when there is a fault to tell.
[[nodiscard]] std::string place_of(const Value& root, const Value* wanted);

// Self(value, source) is a node of the same file; Self::wrong(what, detail) takes a fault at the node: the
// key that is missing (an unknown one is the node's own), or the kind that was wanted. Source has `root`.
template <class Self, class Source>
class Checked {
 public:
  Checked(const Value* json, Source* source) : json_(json), source_(source) {}

  // Refuses keys that are not named (with spaces between): a slip of the pen must not pass in silence.
  // "$schema" and "about" always may stand.
  const Self& only(std::string_view keys) const {
    const Self& self = static_cast<const Self&>(*this);
    if (!is_object()) return self;
    for (const Value& member : *json_) {
      if (member.key == "$schema" || member.key == "about") continue;
      if (text::find_word(keys, member.key) == std::string_view::npos)
        child(member).wrong(Wrong::unknown_key, member.key);
    }
    return self;
  }

  [[nodiscard]] bool has(std::string_view key) const {
    return json_ != nullptr && json_->find(key) != nullptr;
  }
  // A missing key is a fault.
  [[nodiscard]] Self at(std::string_view key) const { return Self(find(key, true), source_); }
  // Absent is false.
  [[nodiscard]] bool flag(std::string_view key) const {
    const Value* value = find(key, false, Kind::boolean, "boolean");
    return value != nullptr && value->truth;
  }
  // Of an array; of an object, each with its key. Absent is empty.
  [[nodiscard]] std::vector<Self> items(std::string_view key) const {
    return children(find(key, false, Kind::array, "list"));
  }
  [[nodiscard]] std::vector<Self> members(std::string_view key) const {
    return children(find(key, false, Kind::object, "object"));
  }

 protected:
  [[nodiscard]] const Value* find(std::string_view key, bool required) const {
    if (!is_object()) return nullptr;
    const Value* found = json_->find(key);
    if (found == nullptr && required) static_cast<const Self&>(*this).wrong(Wrong::missing, key);
    return found;
  }
  [[nodiscard]] const Value* find(std::string_view key, bool required, Kind kind,
                                  std::string_view wanted) const {
    const Value* found = find(key, required);
    if (found == nullptr || found->is(kind)) return found;
    child(*found).wrong(Wrong::kind, wanted);
    return nullptr;
  }
  [[nodiscard]] Self child(const Value& value) const { return Self(&value, source_); }
  [[nodiscard]] std::vector<Self> children(const Value* of) const {
    std::vector<Self> out;
    if (of == nullptr) return out;
    out.reserve(of->size);
    for (const Value& value : *of) out.push_back(child(value));
    return out;
  }
  [[nodiscard]] std::string place() const {
    return json_ == nullptr ? std::string() : place_of(*source_->root, json_);
  }

  const Value* json_;  // may be null after a failure
  Source* source_;

 private:
  [[nodiscard]] bool is_object() const {
    if (json_ == nullptr || json_->is_object()) return json_ != nullptr;
    static_cast<const Self&>(*this).wrong(Wrong::kind, "object");
    return false;
  }
};

}  // namespace formcheck::json
