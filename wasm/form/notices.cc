#include "form/notices.h"

namespace formcheck::form {

Json notices_json(const Definition& def, const std::vector<Notice>& notices) {
  Json out = Json::array();
  for (const Notice& n : notices) {
    Args args = n.args;
    args.emplace_back("place", n.at);
    out.push_back({{"code", n.code}, {"at", n.at}, {"message", def.wording.say(n.code, args)}});
  }
  return out;
}

Json error_json(const Wording& wording, const DefinitionError& error) {
  Args args = error.args;
  args.emplace_back("file", error.file);
  args.emplace_back("place", error.place);
  args.emplace_back("column", std::to_string(error.column));
  Json out = {{"code", error.code}, {"file", error.file}, {"place", error.place}};
  if (error.column > 0) out["column"] = error.column;
  out["message"] = wording.say(error.code, args);
  return out;
}

}  // namespace formcheck::form
