#include "cel/program.h"

#include "cel/program_impl.h"

namespace formcheck::cel {

Program::Program(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Program::Program() noexcept = default;
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;
Program::~Program() = default;

const Type& Program::type() const { return impl_->type; }
const std::vector<Read>& Program::reads() const { return impl_->reads; }

Result Program::run(const Activation& activation, Arena& arena) const {
  Run run{activation, arena, impl_->loops};
  Result result;
  result.failure = (*impl_->root)(run, result.value);
  result.detail = run.detail;
  result.column = run.column;
  return result;
}

}  // namespace formcheck::cel
