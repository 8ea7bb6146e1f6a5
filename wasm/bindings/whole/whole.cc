// The whole core: the page's, and what reads form definitions and compiles rules besides. For the page's
// build, which makes the image with it, and for tests.
#include "bindings/door.h"
#include "form/load/evaluate.h"
#include "form/load/load.h"
#include "json/read.h"

namespace {

using namespace formcheck;  // NOLINT: the whole file is about it
using door::Text;

// JSON {name: text} → {ok, form: FormView} or {ok, error}. The definition is what new sessions are of, and
// its image stands in the input buffer, `image` bytes long.
std::string load(const std::string& files_json) {
  form::DefinitionFiles files;
  const auto json = json::read(files_json);
  for (const auto& file : json.root) files.files.emplace_back(file.key, file.text);
  auto definition = form::load_definition(files);
  json::Writer out;
  out.object().key("ok").boolean(definition.has_value());
  if (definition) {
    door::loaded = door::Shared(std::move(*definition));
    const std::string view = form::make_view(files, *door::loaded);
    door::input = form::write_image(*door::loaded, view);
    out.number_member("image", static_cast<std::int64_t>(door::input.size())).key("form").piece(view);
  } else {
    text::Store texts;
    out.key("error");
    form::write_error(out, form::load_wording(files, texts), definition.error());
  }
  return out.close('}').take();
}

std::string count_text(const Text& text) { return form::counts_json(text::count(door::utf8(text))); }

std::string evaluate(const Text& expression, const Text& data) {
  return form::evaluate_text(door::utf8(expression), door::utf8(data)).json();
}

}  // namespace

EMSCRIPTEN_BINDINGS(formcheck) {
  using door::Session;
  emscripten::function("load", &load);
  emscripten::function("countText", &count_text);
  emscripten::function("evaluate", &evaluate);
  door::open_door()
      .function("set", &Session::set)
      .function("edit", &Session::edit)
      .function("explain", &Session::explain)
      .function("countsOf", &Session::counts_of);
}
