#include "core_fingerprint.h"
#include "form/image/describe.h"
#include "form/image/head.h"

namespace formcheck::form {
namespace {

void put_fixed(std::string& out, std::uint32_t n) {
  for (int i = 0; i < 4; ++i, n >>= 8) out += static_cast<char>(n);
}

// The others are for the command line and for whoever writes a definition: an image's has been loaded once
// already.
bool session_says(std::string_view key) {
  for (const std::string_view start : {"label.", "history.", "draft."}) {
    if (key.substr(0, start.size()) == start) return true;
  }
  return false;
}

}  // namespace

std::string seal_image(std::string_view body, std::string_view view) {
  std::string out(kMagic);
  const Checksum sum = checksum(body, view);
  for (const std::uint32_t n : {kLayout, kCoreFingerprint[0], kCoreFingerprint[1],
                                static_cast<std::uint32_t>(body.size()), sum.low, sum.high}) {
    put_fixed(out, n);
  }
  return out.append(body);
}

std::string write_image(const Definition& definition, std::string_view view) {
  // A writer changes nothing of what it is shown; but a description is one for both directions.
  auto& def = const_cast<Definition&>(definition);
  std::vector<Wording::Entry> kept;
  for (const Wording::Entry& entry : def.wording.entries()) {
    if (session_says(entry.first)) kept.push_back(entry);
  }
  archive::Writer writer(view);
  def.wording.entries().swap(kept);
  DefinitionImage(writer, def).describe();
  def.wording.entries().swap(kept);
  return writer.failed() ? std::string() : seal_image(writer.take(), view);
}

}  // namespace formcheck::form
