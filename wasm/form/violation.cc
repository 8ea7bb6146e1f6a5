#include "form/violation.h"

#include <string>
#include <utility>

namespace formcheck::form {

[[gnu::noinline]] void violate(std::vector<Violation>& out, std::string_view code, Args args) { out.push_back({code, std::move(args)}); }

[[gnu::noinline]] void violate(std::vector<Violation>& out, std::string_view code, std::string_view name, std::string_view value) {
  violate(out, code, {{name, value}});
}

[[gnu::noinline]] void violate(std::vector<Violation>& out, std::string_view code, const number::Decimal& actual, const number::Decimal* limit) {
  Args args{{"actual", actual.to_plain()}};
  if (limit != nullptr) args.add("limit", limit->to_plain());
  violate(out, code, std::move(args));
}

[[gnu::noinline]] void violate(std::vector<Violation>& out, std::string_view code, std::uint32_t actual, std::uint32_t limit, std::uint32_t about) {
  Args args;
  for (const auto& [name, n] : {std::pair{"actual", actual}, {"limit", limit}, {"about", about}, {"difference", actual > limit ? actual - limit : limit - actual}}) {
    args.add(name, std::to_string(n));
  }
  violate(out, code, std::move(args));
}

}  // namespace formcheck::form
