#include "bindings/door.h"

namespace formcheck::door {
namespace {

// What a compiled definition and the page's view of it are (form/image): 0, or why they cannot be read. `whole`: the
// second half is here.
unsigned read_image(const std::string& image, const std::string& view, unsigned whole) {
  form::ReadImage read = form::read_image(image, view, whole != 0);
  if (read.definition != nullptr) loaded = Shared(std::move(read.definition));
  return static_cast<unsigned>(read.fault);
}

// What stands in the second half besides the late calls: an address, for tools/split-core.
unsigned rare_operations() { return static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(form::rare_operations())); }

unsigned input_buffer(unsigned bytes) {
  if (input.size() < bytes) input.resize(bytes);
  return static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(input.data()));
}

// A session needs a definition: null before there is one, rather than a crash.
std::unique_ptr<Session> new_session() { return loaded ? std::make_unique<Session>() : nullptr; }

}  // namespace

// A ~ before a name: not needed before a blank draft can be written in and saved. What only these calls reach
// stands in the second half of the page's core, which comes later (tools/split-core).
emscripten::class_<Session> open_door() {
  emscripten::function("readImage", &read_image);
  emscripten::function("rareOperations", &rare_operations);
  emscripten::function("inputBuffer", &input_buffer);
  return emscripten::class_<Session>("Session")
      .constructor(&new_session)
      .function("~open", &Session::open)
      .function("clear", &Session::clear)
      .function("snapshot", &Session::snapshot)
      .function("setInput", &Session::set_input)
      .function("editInput", &Session::edit_input)
      .function("delta", &Session::delta)
      .function("~insertRow", &Session::insert_row)
      .function("~removeRow", &Session::remove_row)
      .function("~moveRow", &Session::move_row)
      .function("~begin", &Session::begin)
      .function("~end", &Session::end)
      .function("mark", &Session::mark)
      .function("~undo", &Session::undo)
      .function("~redo", &Session::redo)
      .function("~insertFigure", &Session::insert_figure)
      .function("~replaceFigure", &Session::replace_figure)
      .function("~placeFigure", &Session::place_figure)
      .function("~moveFigure", &Session::move_figure)
      .function("~removeFigure", &Session::remove_figure)
      .function("~captionFigure", &Session::caption_figure)
      .function("~orderFigures", &Session::order_figures)
      .function("~pictureData", &Session::picture_data)
      .function("~storePicture", &Session::store_picture)
      .function("~keepAside", &Session::keep_aside)
      .function("~dropAside", &Session::drop_aside)
      .function("~acknowledge", &Session::acknowledge)
      .function("~reopen", &Session::reopen)
      .function("~applyFix", &Session::apply_fix)
      .function("setOrigin", &Session::set_origin)
      .function("~steps", &Session::steps)
      .function("draft", &Session::draft)
      .function("~report", &Session::report)
      .function("~recheck", &Session::recheck);
}

}  // namespace formcheck::door
