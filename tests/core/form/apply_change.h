// The "change" list of a case file: {"set": pointer, "to": value}, {"remove": pointer}, {"insertRow": pointer, "value": row},
// {"moveRow": pointer, "to": index}.
#pragma once
#include <string>

#include "support.h"

namespace support {

inline std::string apply_change(const std::string& draft, const Json& changes) {
  Json json = Json::parse(draft, nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  for (const Json& change : changes) {
    INFO(change.dump());
    if (change.contains("set")) {
      json[Json::json_pointer(change["set"].get<std::string>())] = change["to"];
      continue;
    }
    const bool insert = change.contains("insertRow"), move = change.contains("moveRow");
    const Json::json_pointer at(change[insert ? "insertRow" : move ? "moveRow" : "remove"].get<std::string>());
    Json& parent = json[at.parent_pointer()];
    if (!parent.is_array()) {
      parent.erase(at.back());
      continue;
    }
    const auto index = at.back() == "-" ? parent.size() : static_cast<std::size_t>(std::stoul(at.back()));
    if (insert) {
      parent.insert(parent.begin() + static_cast<std::ptrdiff_t>(index), change["value"]);
    } else {
      const Json row = parent[index];
      parent.erase(index);
      if (move) parent.insert(parent.begin() + change["to"].get<std::ptrdiff_t>(), row);
    }
  }
  return json.dump();
}

}  // namespace support
