#include "cel/compile/compile.h"

#include <cassert>

#include "cel/bounds.h"
#include "cel/compile/checker.h"
#include "cel/compile/compiler.h"
#include "cel/compile/environment.h"
#include "cel/compile/parser.h"
#include "cel/compile/reads.h"
#include "cel/program_impl.h"
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
void Environment::require_constant_patterns() { impl_->constant_patterns = true; }

void Environment::set_binding(Binding binding, const void* host, std::uint32_t scope) {
  impl_->binding = binding, impl_->host = host, impl_->scope = scope;
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
