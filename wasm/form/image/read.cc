#include "core_fingerprint.h"
#include "form/constraints.h"
#include "form/image/describe.h"
#include "form/image/head.h"
#include "text/words.h"

namespace formcheck::form {
namespace {

std::uint32_t fixed(std::string_view bytes, std::size_t at) {
  std::uint32_t n = 0;
  for (std::size_t i = 4; i-- > 0;) n = n << 8 | static_cast<unsigned char>(bytes[at + i]);
  return n;
}

bool has_members(const cel::ObjectType& type, std::size_t size) { return type.members.size() == size; }

}  // namespace

bool is_sound(const Definition& def) {
  if (def.sections.empty()) return false;
  for (const Table& t : def.tables) {
    if (t.columns.empty() || t.max_rows > kMostRows || t.seeds.size() + t.start_rows > t.max_rows)
      return false;
    // key and index besides
    if (!has_members(t.row_type, t.columns.size() + t.attributes.size() + 2) ||
        !has_members(t.keyed_type, t.seeds.size()))
      return false;
  }
  for (std::uint32_t g = 0; g < def.groups.size(); ++g) {
    const Group& group = def.groups[g];
    if (!has_members(group.type, group.members.size())) return false;
    for (const Group::Member& m : group.members) {
      if (m.group ? m.index <= g || m.index >= def.groups.size() : m.index >= def.fields.size()) return false;
    }
  }
  const std::string codes = check_codes();
  for (std::string_view rest = codes; !rest.empty();) {
    if (def.check_index(text::take_word(rest)) == kNone) return false;
  }
  return true;
}

const void* rare_operations() { return &cel::kRare; }

ReadImage read_image(std::string bytes, std::string view, bool rare_are_here) {
  const std::string_view all = bytes;
  if (all.size() < kImageHead || all.substr(0, kMagic.size()) != kMagic)
    return {nullptr, ImageFault::damaged};
  if (fixed(all, 8) != kLayout || fixed(all, 12) != kCoreFingerprint[0] ||
      fixed(all, 16) != kCoreFingerprint[1]) {
    return {nullptr, ImageFault::other_core};
  }
  const Checksum sum = checksum(all.substr(kImageHead), view);
  if (fixed(all, 20) != all.size() - kImageHead || fixed(all, 24) != sum.low || fixed(all, 28) != sum.high) {
    return {nullptr, ImageFault::damaged};
  }
  auto def = std::make_unique<Definition>();
  const std::string_view body = def->texts.keep(std::move(bytes)).substr(kImageHead);
  archive::Reader reader(body, def->texts.keep(std::move(view)));
  DefinitionImage image(reader, *def, rare_are_here);
  image.describe();
  if (image.misses_rare()) return {nullptr, ImageFault::needs_rare};
  if (!reader.done() || !is_sound(*def)) return {nullptr, ImageFault::damaged};
  return {std::move(def), ImageFault::none};
}

}  // namespace formcheck::form
