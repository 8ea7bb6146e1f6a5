// The Embind door (ARCHITECTURE §6). The only file that names Emscripten. Nothing is judged here: texts come in, are made
// well-formed UTF-8, and go to the session; answers are JSON text. No exception crosses.
#include <emscripten/bind.h>

#include <memory>
#include <string>

#include "form/bounded_json.h"
#include "form/counts.h"
#include "form/evaluate.h"
#include "form/load.h"
#include "form/notices.h"
#include "form/session.h"
#include "text/utf8.h"

namespace {

using formcheck::form::Changed;
using formcheck::form::Definition;
using formcheck::form::DefinitionFiles;
using formcheck::form::Json;
using formcheck::form::Slot;

// Sessions share the definition they were made with, so that load() may come again while one is open.
std::shared_ptr<const Definition> loaded;

// Where JavaScript puts a text with TextEncoder.encodeInto: four times faster than a std::string argument.
std::string input;

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

// JavaScript's own form of a text: nothing is lost on the way in, and lone surrogates are mended here.
using Text = std::u16string;
std::string utf8(const Text& text) { return formcheck::text::from_utf16(text); }

std::string load(const std::string& files_json) {
  DefinitionFiles files;
  const auto json = formcheck::form::read_json(files_json);
  if (json.value.is_object()) {
    for (const auto& [name, text] : json.value.items()) {
      if (text.is_string()) files.files.emplace_back(name, text.get<std::string>());
    }
  }
  auto definition = formcheck::form::load_definition(files);
  if (!definition) {
    return dumped({{"ok", false}, {"error", formcheck::form::error_json(formcheck::form::load_wording(files), definition.error())}});
  }
  loaded = std::move(*definition);
  return dumped({{"ok", true}, {"form", loaded->form}});
}

std::string count_text(const Text& text) { return dumped(formcheck::form::counts_json(formcheck::text::count(utf8(text)))); }

std::string evaluate(const Text& expression, const Text& data) {
  const auto result = formcheck::form::evaluate_text(utf8(expression), utf8(data));
  return result.ok ? R"({"value":)" + result.value + "}" : dumped({{"error", result.error}});
}

unsigned input_buffer(unsigned bytes) {
  if (input.size() < bytes) input.resize(bytes);
  return static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(input.data()));
}

class Session {
 public:
  Session() : definition_(loaded), session_(*definition_) {}

  std::string open(const std::string& json) {
    auto opened = session_.open(json);
    notices_ = opened.notices;
    Json out = {{"ok", opened.ok}, {"notices", formcheck::form::notices_json(*definition_, opened.notices)}};
    return dumped(out);
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
  Changed insert_row(unsigned table, unsigned index) { return session_.insert_row(table, index); }
  Changed remove_row(unsigned table, unsigned index) { return session_.remove_row(table, index); }
  Changed move_row(unsigned table, unsigned from, unsigned to) { return session_.move_row(table, from, to); }
  void begin(const Text& label) { session_.begin(utf8(label)); }
  void end() { session_.end(); }
  void mark() { session_.mark(); }
  Changed undo() { return session_.undo(); }
  Changed redo() { return session_.redo(); }
  Changed acknowledge(const std::string& key, const Text& reason, const std::string& time) {
    return session_.acknowledge(key, utf8(reason), time);
  }
  Changed reopen(const std::string& key) { return session_.reopen(key); }
  Changed apply_fix(const std::string& key) { return session_.apply_fix(key); }
  std::string explain(const std::string& key) { return session_.explain(key); }
  std::string draft(const std::string& saved) { return session_.draft(saved); }
  std::string report() { return session_.report(notices_); }
  std::string counts_of(Slot slot) {
    return session_.sheet().has(slot) ? dumped(formcheck::form::counts_json(session_.counts(slot))) : "null";
  }
  void recheck() { session_.recheck(); }

 private:
  std::shared_ptr<const Definition> definition_;
  formcheck::form::Session session_;
  std::vector<formcheck::form::Notice> notices_;
};

// A session needs a definition: null before a good load(), rather than a crash.
std::unique_ptr<Session> new_session() { return loaded ? std::make_unique<Session>() : nullptr; }

}  // namespace

EMSCRIPTEN_BINDINGS(formcheck) {
  using namespace emscripten;  // NOLINT: the idiom of these blocks
  function("load", &load);
  function("countText", &count_text);
  function("evaluate", &evaluate);
  function("inputBuffer", &input_buffer);
  class_<Session>("Session")
      .constructor(&new_session)
      .function("open", &Session::open)
      .function("clear", &Session::clear)
      .function("snapshot", &Session::snapshot)
      .function("set", &Session::set)
      .function("setInput", &Session::set_input)
      .function("edit", &Session::edit)
      .function("editInput", &Session::edit_input)
      .function("delta", &Session::delta)
      .function("insertRow", &Session::insert_row)
      .function("removeRow", &Session::remove_row)
      .function("moveRow", &Session::move_row)
      .function("begin", &Session::begin)
      .function("end", &Session::end)
      .function("mark", &Session::mark)
      .function("undo", &Session::undo)
      .function("redo", &Session::redo)
      .function("acknowledge", &Session::acknowledge)
      .function("reopen", &Session::reopen)
      .function("applyFix", &Session::apply_fix)
      .function("explain", &Session::explain)
      .function("draft", &Session::draft)
      .function("report", &Session::report)
      .function("countsOf", &Session::counts_of)
      .function("recheck", &Session::recheck);
}
