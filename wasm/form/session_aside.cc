// What the form has no place for, kept and taken out again.
#include <algorithm>

#include "form/session.h"

namespace formcheck::form {

Changed Session::change_aside(std::vector<Kept> list, const char* label_key) {
  return change_as_step({Change::Kind::aside, kNone, 0, 0, {}, {}, {}, {}, {}, std::move(list)},
                        def_.wording.say(label_key));
}

Changed Session::keep_aside(std::string_view at, std::string_view text) {
  std::vector<Kept> list = draft_->aside;
  if (!add_kept(list, at, text)) return 0;
  return change_aside(std::move(list), "history.keepAside");
}

Changed Session::drop_aside(std::string_view at) {
  std::vector<Kept> list = draft_->aside;
  const std::size_t before = list.size();
  list.erase(std::remove_if(list.begin(), list.end(), [&](const Kept& kept) { return kept.at == at; }),
             list.end());
  return list.size() == before ? 0 : change_aside(std::move(list), "history.dropAside");
}

}  // namespace formcheck::form
