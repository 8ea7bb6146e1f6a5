// The Embind door (ARCHITECTURE §6): what the page's core opens, and what the whole core opens besides
// (whole/). The only room that names Emscripten. Nothing is judged here: texts come in, are made well-formed
// UTF-8, and go to the session; answers are JSON text. No exception crosses.
#pragma once
#include <emscripten/bind.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "form/counts.h"
#include "form/image/image.h"
#include "form/notices.h"
#include "form/session.h"
#include "json/write.h"
#include "text/utf8.h"

namespace formcheck::door {

using form::Changed;
using form::Definition;
using form::Slot;
using json::Writer;

// JavaScript's own form of a text: nothing is lost on the way in, and lone surrogates are mended here.
using Text = std::u16string;
[[nodiscard]] inline std::string utf8(const Text& text) { return text::from_utf16(text); }

// What sessions share: it lives as long as one of them does. (std::shared_ptr brings the run-time types of the C++
// library along.)
class Shared {
 public:
  Shared() = default;
  explicit Shared(std::unique_ptr<const Definition> definition)
      : held_(new Held{std::move(definition), 1}) {}
  Shared(const Shared& other) : held_(other.held_) {
    if (held_ != nullptr) ++held_->holders;
  }
  Shared& operator=(Shared other) {
    std::swap(held_, other.held_);
    return *this;
  }
  ~Shared() {
    if (held_ != nullptr && --held_->holders == 0) delete held_;
  }
  explicit operator bool() const { return held_ != nullptr; }
  const Definition& operator*() const { return *held_->definition; }

 private:
  struct Held {
    std::unique_ptr<const Definition> definition;
    unsigned holders;
  };
  Held* held_ = nullptr;
};

// What new sessions are of; another may come while one is open.
inline Shared loaded;

// Where JavaScript puts a text with TextEncoder.encodeInto: four times faster than a std::string argument.
inline std::string input;

class Session {
 public:
  Session() : definition_(loaded), session_(*definition_) {}

  std::string open(const std::string& json) {
    auto opened = session_.open(json);
    notices_ = opened.notices;
    Writer out;
    out.object().key("ok").boolean(opened.ok).key("notices");
    form::write_notices(out, *definition_, opened.notices);
    return out.close('}').take();
  }
  void clear() { session_.clear(); }
  std::string snapshot() { return session_.snapshot(); }
  Changed set(Slot slot, const Text& text) { return session_.set(slot, utf8(text)); }
  Changed set_input(Slot slot, unsigned bytes) { return session_.set(slot, {input.data(), bytes}); }
  Changed edit(Slot slot, unsigned from, unsigned removed, const Text& inserted) {
    return session_.edit(slot, from, removed, utf8(inserted));
  }
  Changed edit_input(Slot slot, unsigned from, unsigned removed, unsigned bytes) {
    return session_.edit(slot, from, removed, {input.data(), bytes});
  }
  std::string delta() { return session_.delta(); }
  Changed insert_row(unsigned table, unsigned index, unsigned seed) { return session_.insert_row(table, index, seed); }
  Changed remove_row(unsigned table, unsigned index) { return session_.remove_row(table, index); }
  Changed move_row(unsigned table, unsigned from, unsigned to) { return session_.move_row(table, from, to); }
  void begin(const Text& label) { session_.begin(utf8(label)); }
  void end() { session_.end(); }
  void mark() { session_.mark(); }
  Changed undo() { return session_.undo(); }
  Changed redo() { return session_.redo(); }
  // A picture's type, size and name: its bytes are the page's business.
  Changed insert_figure(Slot field, unsigned at, const Text& caption, const std::string& type, unsigned width,
                        unsigned height, unsigned bytes, const std::string& blob) {
    return session_.insert_figure(field, at, utf8(caption), {type, width, height, bytes, blob, {}});
  }
  Changed replace_figure(const std::string& id, const std::string& type, unsigned width, unsigned height,
                         unsigned bytes, const std::string& blob) {
    return session_.replace_figure(id, {type, width, height, bytes, blob, {}});
  }
  Changed place_figure(const std::string& id, Slot field, unsigned at) {
    return session_.place_figure(id, field, at);
  }
  Changed move_figure(const std::string& id, unsigned to) { return session_.move_figure(id, to); }
  Changed remove_figure(const std::string& id) { return session_.remove_figure(id); }
  Changed caption_figure(const std::string& id, const Text& caption) {
    return session_.caption_figure(id, utf8(caption));
  }
  Changed order_figures(Slot field) { return session_.order_figures(field); }
  std::string picture_data(const std::string& id) { return std::string(session_.picture_data(id)); }
  Changed store_picture(const std::string& id, const std::string& blob, unsigned bytes) {
    return session_.store_picture(id, blob, bytes);
  }
  Changed keep_aside(const Text& at, const Text& text) { return session_.keep_aside(utf8(at), utf8(text)); }
  Changed drop_aside(const Text& at) { return session_.drop_aside(utf8(at)); }
  Changed acknowledge(const std::string& key, const Text& reason, const std::string& time) {
    return session_.acknowledge(key, utf8(reason), time);
  }
  Changed reopen(const std::string& key) { return session_.reopen(key); }
  Changed apply_fix(const std::string& key) { return session_.apply_fix(key); }
  std::string explain(const std::string& key) { return session_.explain(key); }
  void set_origin(const Text& id, unsigned revision, const Text& name) {
    session_.set_origin({utf8(id), utf8(name), revision});
  }
  std::string steps() { return session_.steps(); }
  std::string draft(const std::string& saved) { return session_.draft(saved); }
  std::string report() { return session_.report(notices_); }
  std::string counts_of(Slot slot) {
    return session_.sheet().has(slot) ? form::counts_json(session_.counts(slot)) : "null";
  }
  void recheck() { session_.recheck(); }

 private:
  Shared definition_;
  form::Session session_;
  std::vector<form::Notice> notices_;
};

// What the page calls; more may be told to what it gives.
[[nodiscard]] emscripten::class_<Session> open_door();

}  // namespace formcheck::door
