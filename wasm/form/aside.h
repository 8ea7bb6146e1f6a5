// What a draft file holds and the form does not know: kept by the pointer it stood at, written back, never dropped.
#pragma once
#include <string>
#include <unordered_map>

#include "form/json.h"

namespace formcheck::form {

class Aside {
 public:
  // A second value from one place becomes "pointer#2". After a thousand places the rest goes into one list, so that the
  // draft stays small enough to be opened again. O(1).
  void keep(const std::string& at, const Json& value);
  // What a file kept aside already: stays whole, under the name it has.
  void restore(const std::string& name, const Json& value) { add(name, value); }
  // A JSON object; empties this.
  [[nodiscard]] Json take();

 private:
  void add(const std::string& at, const Json& value);

  std::unordered_map<std::string, std::size_t> used_;  // name → how often it was wanted
  Json::object_t entries_;
  Json more_ = Json::array();
};

}  // namespace formcheck::form
