// What a draft file holds and the form does not know: kept by the pointer it stood at, written back, never
// dropped.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "json/write.h"

namespace formcheck::form {

// One thing kept aside: a text as it is, anything else as JSON.
struct Kept {
  std::string at, value;
  bool text = false;
};

// Appends it as a JSON value.
void write_kept(json::Writer& out, const Kept& kept);

// Adds a text under the name of the place it came from, as "name#2" where that is taken. False when it is kept there already.
// After a thousand places it is written below the last text, with its place.
[[nodiscard]] bool add_kept(std::vector<Kept>& list, std::string_view at, std::string_view text);

class Aside {
 public:
  // A second value from one place becomes "pointer#2". After a thousand places the rest goes into one list,
  // so that the draft stays small enough to be opened again.
  void keep(std::string_view at, const json::Value& value);
  void keep(std::string_view at, const std::string& json);
  // What a file kept aside already: stays whole, under the name it has.
  void restore(std::string_view name, const json::Value& value);
  // Everything kept, in order; empties this.
  [[nodiscard]] std::vector<Kept> take();

 private:
  struct Entry {
    Kept kept;
    std::size_t base;  // length of the name without its #number
  };
  void add(std::string_view at, std::string value, bool text);

  std::vector<Entry> entries_;
  json::Writer more_;  // the list, open
};

}  // namespace formcheck::form
