#include "cel/compile/compiler.h"

#include "cel/compile/builtins.h"
#include "cel/compile/regex_compile.h"
#include "cel/eval_tables.h"
#include "cel/compile/types.h"

namespace formcheck::cel {
namespace {

// Literals have no variables to ask for.
class NoActivation final : public Activation {
  Value variable(std::uint32_t) const override { return Value::null(); }
};

Callable callable(const Function& f) {
  Callable c;
  c.call = f.call, c.count = static_cast<std::uint32_t>(f.args.size());
  for (std::uint32_t i = 0; i < c.count; ++i) c.parameters[i] = {f.args[i].kind, f.args[i].object};
  return c;
}

class Compiler {
 public:
  Compiler(const Ast& ast, const Environment::Impl& env, Program::Impl& out)
      : ast_(ast), env_(env), out_(out) {}

  std::optional<Error> run() {
    out_.root = generate(ast_.root);
    return std::move(error_);
  }

 private:
  const Code* generate(NodeId id) {
    const Node& node = ast_[id];
    Code c;
    c.column = node.column, c.index = node.index, c.text = node.text;
    if (bind(id, c)) return keep(c);
    if (node.binding == Binding::variable) {
      c.evaluate = eval_variable;
      return keep(c);
    }
    operands(id, c);
    switch (node.op) {
      case Op::literal:
        literal(c, node.value);
        break;
      case Op::name:
        c.evaluate = node.binding == Binding::local ? eval_local : eval_named;
        break;
      case Op::select:
        select(id, c);
        break;
      case Op::has:
        c.evaluate = eval_has;
        break;
      case Op::macro:
        macro(node, c);
        break;
      case Op::call:
        call(id, c);
        break;
      default:
        op(id, c);
    }
    return keep(c);
  }

  const Code* keep(const Code& c) { return &out_.code.add(c); }

  // A variable and the members after it, where the host answers for the whole path.
  bool bind(NodeId id, Code& c) const {
    if (env_.binding == nullptr) return false;
    std::vector<std::uint32_t> members;
    for (; ast_[id].op == Op::select && ast_[id].binding == Binding::member; id = ast_.operand(id, 0)) {
      members.insert(members.begin(), ast_[id].index);
    }
    if (ast_[id].binding != Binding::variable) return false;
    const std::uint32_t handle =
        env_.binding(env_.host, env_.scope, ast_[id].index, members.data(), members.size());
    if (handle == Environment::kUnbound) return false;
    c.evaluate = eval_bound, c.index = handle;
    return true;
  }

  void operands(NodeId id, Code& c) {
    const Node& node = ast_[id];
    if (node.count == 0) return;
    auto& all = out_.operands.add();
    all.reserve(node.count);
    for (std::uint32_t i = 0; i < node.count; ++i) {
      all.push_back(generate(ast_.operand(id, i)));
      c.cost += all.back()->cost;
    }
    c.all = all.data(), c.count = node.count;
    c.a = all[0], c.b = node.count > 1 ? all[1] : nullptr;
  }

  void literal(Code& c, const Value& value) {
    c.data = &out_.literals.add(value);
    c.evaluate = eval_literal;
  }

  bool literal_operands(const Code& c) const {
    for (std::uint32_t i = 0; i < c.count; ++i) {
      if (c.all[i]->evaluate != eval_literal) return false;
    }
    return true;
  }

  // Evaluates now what can only ever give one value. A failure stays one of the run.
  void fold(Code& c) {
    if (!literal_operands(c)) return;
    const NoActivation nothing;
    Run run{nothing, out_.constants, true};
    Value value;
    if (c.evaluate(c, run, value) == Failure::none) literal(c, value), c.cost = 1;
  }

  void op(NodeId id, Code& c) {
    const Node& node = ast_[id];
    c.evaluate = operator_code(node.op);
    c.index = 0;
    if (node.op == Op::equal || node.op == Op::not_equal || node.op == Op::in)
      c.index = asks_for_number(id) ? 1 : 0;
    fold(c);
  }

  // Whether a blank number leaves the comparison open: one side is a number field, neither is the word null.
  bool asks_for_number(NodeId id) const {
    const Node &l = ast_[ast_.operand(id, 0)], &r = ast_[ast_.operand(id, 1)];
    if (ast_[id].op == Op::in) return l.type.kind == Kind::decimal;
    return (l.type.kind == Kind::decimal || r.type.kind == Kind::decimal) && l.type.kind != Kind::null &&
           r.type.kind != Kind::null;
  }

  void select(NodeId id, Code& c) {
    const Node& node = ast_[id];
    c.evaluate = eval_select;
    if (node.binding == Binding::member) {
      c.evaluate = c.a->evaluate == eval_local ? eval_local_member : eval_member;
      c.data = ast_[ast_.operand(id, 0)].type.object;
    } else if (node.binding == Binding::named) {
      Code named;
      named.column = node.column, named.cost = c.cost + 1;
      named.text = node.text2;
      named.evaluate = eval_named;
      named.a = keep(c);
      c = named;
    }
  }

  void macro(const Node& node, Code& c) {
    c.evaluate = macro_code(node.macro);
    c.text = node.text2;
  }

  void call(NodeId id, Code& c) {
    const Node& node = ast_[id];
    c.evaluate = eval_unknown_call;
    if (node.binding == Binding::host) host_call(node, c);
    if (node.binding == Binding::builtin) builtin_call(id, c);
  }

  void host_call(const Node& node, Code& c) {
    auto& candidates = out_.candidates.add();
    for (std::size_t i = node.index; i < env_.functions.size(); ++i) {
      const Function& f = env_.functions[i];
      if (f.name != node.text || f.member != node.receiver || f.args.size() != node.count) continue;
      candidates.push_back(&out_.functions.add(callable(f)));
    }
    c.evaluate = eval_host_call;
    c.data = candidates.data(), c.index = static_cast<std::uint32_t>(candidates.size());
  }

  void builtin_call(NodeId id, Code& c) {
    std::size_t count = 0;
    const Builtin& builtin = builtins(count)[ast_[id].index];
    c.evaluate = eval_builtin;
    c.data = &builtin.call;
    if (builtin.call == nullptr) {
      c.evaluate = fold_code(builtin.name == "sum"   ? Fold::sum
                             : builtin.name == "min" ? Fold::min
                                                     : Fold::max);
      c.index = static_cast<std::uint32_t>(ast_[id].type.kind);
      return;
    }
    const Code& first = *c.a;
    if (builtin.call == fn_size &&
        (first.evaluate == macro_code(Macro::map) || first.evaluate == macro_code(Macro::filter))) {
      c.evaluate = fold_code(Fold::count);
      return;
    }
    if (builtin.call == fn_matches) pattern(c);
    fold(c);
  }

  void pattern(Code& c) {
    if (c.b->evaluate != eval_literal) {
      if (env_.constant_patterns && !error_) error_ = make_error("cel.patternNotConstant", c.b->column);
      return;
    }
    const Value& pattern = *static_cast<const Value*>(c.b->data);
    if (pattern.kind != Kind::string) return;
    auto compiled = compile_pattern(pattern.string);
    if (!compiled) {
      if (!error_)
        error_ = make_error("cel.badPattern", c.b->column, {"pattern", pattern.string},
                            {"problem", compiled.error()});
      return;
    }
    c.evaluate = eval_matches;
    c.data = &out_.patterns.add(std::move(*compiled));
  }

  const Ast& ast_;
  const Environment::Impl& env_;
  Program::Impl& out_;
  std::optional<Error> error_;
};

}  // namespace

std::optional<Error> generate(const Ast& ast, const Environment::Impl& env, Program::Impl& out) {
  return Compiler(ast, env, out).run();
}

}  // namespace formcheck::cel
