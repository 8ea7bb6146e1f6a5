#include "cel/program.h"

#include <cassert>

#include "cel/bounds.h"
#include "cel/checker.h"
#include "cel/compiler.h"
#include "cel/environment.h"
#include "cel/parser.h"
#include "cel/program_impl.h"
#include "cel/reads.h"
#include "text/utf8.h"

namespace formcheck::cel {

Environment::Environment() : impl_(std::make_unique<Impl>()) {}
Environment::~Environment() = default;
Environment::Environment(Environment&&) noexcept = default;
Environment& Environment::operator=(Environment&&) noexcept = default;

std::uint32_t Environment::declare(std::string name, Type type) {
  impl_->variables.push_back({std::move(name), std::move(type)});
  return static_cast<std::uint32_t>(impl_->variables.size() - 1);
}

void Environment::add(Function f) {
  assert(f.args.size() <= kMaxArguments);
  impl_->functions.push_back(std::move(f));
}

void Environment::set_unchecked(bool on) { impl_->unchecked = on; }

Program::Program(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;
Program::~Program() = default;

const Type& Program::type() const { return impl_->type; }
const std::vector<Read>& Program::reads() const { return impl_->reads; }

Result Program::run(const Activation& activation, Arena& arena) const {
  Run run{activation, arena};
  Result result;
  result.failure = (*impl_->root)(run, result.value);
  result.detail = run.detail;
  result.column = run.column;
  return result;
}

static_assert(kMaxSourceBytes == 4096, "cel.tooLong says 4096");

tl::expected<Program, Error> compile(std::string_view source, const Environment& env) {
  if (source.size() > kMaxSourceBytes) {
    return tl::unexpected(make_error("cel.tooLong", 1, {"max", "4096"}));
  }
  if (text::first_invalid(source)) return tl::unexpected(make_error("cel.notUtf8", 1));
  auto impl = std::make_unique<Program::Impl>();
  impl->source = source;
  auto ast = parse(impl->source, impl->constants);
  if (!ast) return tl::unexpected(std::move(ast.error()));
  if (auto error = check(*ast, env.impl(), impl->constants)) return tl::unexpected(std::move(*error));
  if (auto error = generate(*ast, env.impl(), *impl)) return tl::unexpected(std::move(*error));
  impl->type = (*ast)[ast->root].type;
  impl->reads = find_reads(*ast);
  return Program(std::move(impl));
}

}  // namespace formcheck::cel
