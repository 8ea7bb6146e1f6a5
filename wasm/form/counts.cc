#include "form/counts.h"

namespace formcheck::form {

void write_counts(json::Writer& out, const text::Counts& c) {
  out.number_member("words", c.words)
      .number_member("codePoints", c.code_points)
      .number_member("codePointsNoSpace", c.code_points_no_space)
      .number_member("utf16Units", c.utf16_units)
      .number_member("han", c.han);
}

std::string counts_json(const text::Counts& c) {
  json::Writer out;
  out.object();
  write_counts(out, c);
  return out.close('}').take();
}

}  // namespace formcheck::form
