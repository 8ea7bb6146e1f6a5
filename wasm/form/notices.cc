#include "form/notices.h"

namespace formcheck::form {

std::string message_of(const Wording& wording, const Notice& notice) {
  Args args = notice.args;
  args.add("place", notice.at);
  return wording.say(notice.code, args);
}

std::string message_of(const Wording& wording, const DefinitionError& error) {
  Args args = error.args;
  args.add("file", error.file);
  args.add("place", error.place);
  args.add("column", std::to_string(error.column));
  return wording.say(error.code, args);
}

void write_notices(json::Writer& out, const Definition& def, const std::vector<Notice>& notices) {
  out.array();
  for (const Notice& n : notices) {
    out.object().member("code", n.code).member("at", n.at).member("message", message_of(def.wording, n)).close('}');
  }
  out.close(']');
}

void write_error(json::Writer& out, const Wording& wording, const DefinitionError& error) {
  out.object().member("code", error.code).member("file", error.file).member("place", error.place);
  if (error.column > 0) out.number_member("column", static_cast<std::int64_t>(error.column));
  out.member("message", message_of(wording, error)).close('}');
}

}  // namespace formcheck::form
