// What an Environment holds.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "cel/compile/compile.h"

namespace formcheck::cel {

struct Environment::Impl {
  struct Variable {
    std::string name;
    Type type;
  };
  std::vector<Variable> variables;
  std::vector<Function> functions;
  bool unchecked = false, constant_patterns = false;
  Binding binding = nullptr;
  const void* host = nullptr;
  std::uint32_t scope = 0;

  // Index, or 0xFFFFFFFF. The last declaration of a name counts. Linear: environments are small and names are
  // looked up at load only.
  [[nodiscard]] std::uint32_t find(std::string_view name) const {
    for (std::size_t i = variables.size(); i-- > 0;) {
      if (variables[i].name == name) return static_cast<std::uint32_t>(i);
    }
    return 0xFFFFFFFF;
  }
};

}  // namespace formcheck::cel
