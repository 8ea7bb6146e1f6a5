// The door of the narrative reader, in a module of its own that the page loads after the form is usable.
// Plain exports, no glue: texts come in through one buffer, answers are JSON text in the module's memory
// until the next call.
#include <emscripten/emscripten.h>

#include <memory>
#include <string>

#include "narrative/review.h"
#include "text/utf8.h"

namespace {

using formcheck::narrative::Knowledge;
using formcheck::narrative::Review;

std::unique_ptr<const Knowledge> knowledge;
std::unique_ptr<Review> review;
std::string input, output;

// What JavaScript encodes is well-formed; a file's bytes need not be.
std::string_view part(unsigned from, unsigned bytes) { return std::string_view(input).substr(from, bytes); }

unsigned answer(std::string text) {
  output = std::move(text);
  return static_cast<unsigned>(output.size());
}

}  // namespace

extern "C" {

// Where `bytes` bytes may be put for the next call.
EMSCRIPTEN_KEEPALIVE char* reviewInput(unsigned bytes) {
  if (input.size() < bytes) input.resize(bytes);
  return input.data();
}
EMSCRIPTEN_KEEPALIVE const char* reviewOutput() { return output.data(); }

// narrative.json and its wording, one behind the other. 0, or the length of what is wrong: file, place, code
// and value, a line each.
EMSCRIPTEN_KEEPALIVE unsigned reviewLoad(unsigned knowledge_bytes, unsigned wording_bytes) {
  auto loaded =
      formcheck::narrative::load_knowledge(part(0, knowledge_bytes), part(knowledge_bytes, wording_bytes));
  if (!loaded) {
    const auto& fault = loaded.error();
    return answer(fault.file + "\n" + fault.place + "\n" + fault.code + "\n" + fault.value);
  }
  review.reset();
  knowledge = std::move(*loaded);
  review = std::make_unique<Review>(*knowledge);
  return 0;
}

// A draft, as the session writes it. 0 when it cannot be read.
EMSCRIPTEN_KEEPALIVE unsigned reviewOpen(unsigned bytes) {
  const std::string_view draft = part(0, bytes);
  return review && !formcheck::text::first_invalid(draft) && review->open(draft) ? 1 : 0;
}

// A pointer, then its new text. 0 when there is no such value: open the draft again.
EMSCRIPTEN_KEEPALIVE unsigned reviewSet(unsigned pointer_bytes, unsigned text_bytes) {
  return review && review->set(part(0, pointer_bytes), part(pointer_bytes, text_bytes)) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE unsigned reviewEdit(unsigned pointer_bytes, unsigned from, unsigned removed,
                                         unsigned text_bytes) {
  return review && review->edit(part(0, pointer_bytes), from, removed, part(pointer_bytes, text_bytes)) ? 1
                                                                                                        : 0;
}

EMSCRIPTEN_KEEPALIVE void reviewSwitchOff(unsigned bytes) {
  if (review) review->switch_off(part(0, bytes));
}
EMSCRIPTEN_KEEPALIVE void reviewAcknowledge(unsigned key_bytes, unsigned reason_bytes) {
  if (review) review->acknowledge(part(0, key_bytes), part(key_bytes, reason_bytes));
}
EMSCRIPTEN_KEEPALIVE void reviewReopen(unsigned bytes) {
  if (review) review->reopen(part(0, bytes));
}

// Lengths of what then stands in the output buffer.
EMSCRIPTEN_KEEPALIVE unsigned reviewFindings() { return review ? answer(review->findings()) : 0; }
EMSCRIPTEN_KEEPALIVE unsigned reviewFigures() { return review ? answer(review->figures()) : 0; }
EMSCRIPTEN_KEEPALIVE unsigned reviewCoverage() { return review ? answer(review->coverage()) : 0; }
EMSCRIPTEN_KEEPALIVE unsigned reviewClaims() { return review ? answer(review->claims()) : 0; }
EMSCRIPTEN_KEEPALIVE unsigned reviewReport() { return review ? answer(review->report()) : 0; }
}
