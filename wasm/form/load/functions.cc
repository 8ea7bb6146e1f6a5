#include "form/load/functions.h"

#include "form/functions.h"

namespace formcheck::form {
namespace {

cel::Type type_of(char letter) {
  switch (letter) {
    case 'b':
      return cel::Type::of(cel::Kind::boolean);
    case 'i':
      return cel::Type::of(cel::Kind::integer);
    case 'S':
      return cel::Type::list_of(cel::Type::of(cel::Kind::string));
    default:
      return cel::Type::of(cel::Kind::string);
  }
}

}  // namespace

void add_functions(cel::Environment& env) {
  for (const Function& f : functions()) {
    cel::Function typed{std::string(f.name), false, {}, type_of(f.result), f.call};
    for (const char letter : f.arguments) typed.args.push_back(type_of(letter));
    env.add(std::move(typed));
  }
}

}  // namespace formcheck::form
