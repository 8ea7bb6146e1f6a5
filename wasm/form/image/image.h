// A compiled definition as bytes: what the page's core reads in the place of form.json, rules.json and all
// that makes them into a Definition. Everything a session needs is in it; what only `explain` needs (sources
// of rules, their reads) and the wording of the command line are not. Texts stay views into the bytes, and
// those that the page's view of the form has too (load/load.h, make_view) into that: image and view go
// together.
//
// The head: "FORMCHKI", then four bytes each (least first) the number of this layout, the core's fingerprint
// (twice four), the length of what follows and a checksum (twice four, FNV-1a) of that and the view. The
// fingerprint is a hash of the core's sources: an image is read by the core it was made with and by no other.
// A damaged image is refused by its checksum; one that was damaged with care is refused by the reader, or
// gives a definition that a session runs on safely (tests/fuzz/image_reader.cc).
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "form/definition.h"

namespace formcheck::form {

// needs_rare: it could be read if the operations that few forms need were here (cel/image.h).
enum class ImageFault : std::uint8_t { none, damaged, other_core, needs_rare };

struct ReadImage {
  std::unique_ptr<const Definition> definition;  // null when there is a fault
  ImageFault fault = ImageFault::damaged;
};
// Where the places of those operations stand (cel/image.h, RareOperations).
[[nodiscard]] const void* rare_operations();
[[nodiscard]] ReadImage read_image(std::string bytes, std::string view, bool rare_are_here = true);

// "" when the definition holds what no image can: a bug of ours.
[[nodiscard]] std::string write_image(const Definition& definition, std::string_view view);

// What follows the head, with a head for it.
[[nodiscard]] std::string seal_image(std::string_view body, std::string_view view);
inline constexpr std::size_t kImageHead = 32;

}  // namespace formcheck::form
