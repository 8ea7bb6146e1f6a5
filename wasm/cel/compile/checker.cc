#include "cel/compile/checker.h"

#include "cel/bounds.h"
#include "cel/compile/check_context.h"
#include "cel/compile/types.h"

namespace formcheck::cel {
namespace {

static_assert(kMaxMacroNesting == 3, "cel.macroTooDeep says 3");

class Checker {
 public:
  Checker(Ast& ast, const Environment::Impl& env, Arena& constants)
      : c_{ast, env, constants, {}}, ast_(ast) {}

  std::optional<Error> run() {
    if (check(ast_.root)) return std::nullopt;
    return std::move(c_.error);
  }

 private:
  struct Local {
    std::string_view name;
    Type type;
    std::uint32_t slot;
  };

  bool check(NodeId id) {
    Node& node = ast_[id];
    switch (node.op) {
      case Op::literal:
        node.type = Type::of(node.value.kind);
        return true;
      case Op::name:
        return name(id);
      case Op::select:
      case Op::has:
        return select(id);
      case Op::macro:
        return macro(id);
      case Op::call:
        return operands(id) && check_call(c_, id);
      case Op::list:
        return operands(id) && check_list(c_, id);
      case Op::map:
        return operands(id) && check_map(c_, id);
      default:
        return operands(id) && check_operator(c_, id);
    }
  }

  bool operands(NodeId id) {
    for (std::uint32_t i = 0; i < ast_[id].count; ++i) {
      if (!check(ast_.operand(id, i))) return false;
    }
    return true;
  }

  const Local* find_local(const Node& node) const {
    if (node.rooted) return nullptr;
    for (std::size_t i = locals_.size(); i-- > 0;) {
      if (locals_[i].name == node.text) return &locals_[i];
    }
    return nullptr;
  }

  bool bind_variable(Node& node, std::string_view name) {
    const std::uint32_t index = c_.env.find(name);
    if (index == kNone) return false;
    node.binding = Binding::variable, node.index = index;
    node.type = c_.env.variables[index].type;
    return true;
  }

  bool name(NodeId id) {
    Node& node = ast_[id];
    if (const Local* local = find_local(node)) {
      node.binding = Binding::local, node.index = local->slot, node.type = local->type;
      return true;
    }
    if (bind_variable(node, node.text)) return true;
    node.binding = Binding::named;
    return c_.clash(node, "cel.unknownVariable", {"name", node.text});
  }

  // "a.b.c" when the node is that and `a` is no macro variable; else "".
  std::string dotted(NodeId id) const {
    const Node& node = ast_[id];
    if (node.op == Op::name) return find_local(node) != nullptr ? std::string() : std::string(node.text);
    if (node.op != Op::select) return {};
    std::string head = dotted(ast_.operand(id, 0));
    return head.empty() ? head : head + '.' + std::string(node.text);
  }

  bool select(NodeId id) {
    Node& node = ast_[id];
    const std::string path = node.op == Op::select ? dotted(id) : std::string();
    if (!path.empty() && bind_variable(node, path)) return true;
    if (!operands(id)) return false;
    const Node& object = c_.operand(id, 0);
    if (!path.empty() && object.binding == Binding::named) {
      std::string& kept = c_.constants.new_string();
      kept = path;
      node.binding = Binding::named, node.text2 = kept;
    }
    if (!member_type(node, object.type)) {
      return c_.clash(node, "cel.unknownMember", {"name", node.text}, {"of", type_text(object.type)});
    }
    if (node.op == Op::has) node.type = Type::of(Kind::boolean);
    return true;
  }

  static bool member_type(Node& node, const Type& object) {
    if (object.kind == Kind::dyn) return node.type = object, true;
    if (object.kind == Kind::map)
      return node.type = element_of(object), join(key_of(object), Type::of(Kind::string)).has_value();
    if (object.kind != Kind::object || object.object == nullptr) return false;
    const auto& members = object.object->members;
    for (std::uint32_t i = 0; i < members.size(); ++i) {
      if (members[i].name != node.text) continue;
      node.binding = Binding::member, node.index = i, node.type = members[i].type;
      return true;
    }
    return false;
  }

  bool macro(NodeId id) {
    if (!check(ast_.operand(id, 0))) return false;
    Node& node = ast_[id];
    if (nesting_ >= kMaxMacroNesting) return c_.fail(node.column, "cel.macroTooDeep", {"max", "3"});
    const Type range = c_.operand(id, 0).type;
    if (range.kind != Kind::list && range.kind != Kind::map && range.kind != Kind::dyn) {
      return c_.clash(node, "cel.noOverload", {"name", macro_text(node)}, {"types", type_text(range)}) &&
             body(id, Type::of(Kind::dyn));
    }
    return body(id, range);
  }

  bool body(NodeId id, const Type& range) {
    Node& node = ast_[id];
    node.index = static_cast<std::uint32_t>(2 * nesting_);
    const Type key = range.kind == Kind::list ? Type::of(Kind::integer) : key_of(range);
    const bool two = !node.text2.empty();
    locals_.push_back({node.text, two || range.kind != Kind::list ? key : element_of(range), node.index});
    if (two) locals_.push_back({node.text2, element_of(range), node.index + 1});
    ++nesting_;
    bool good = true;
    for (std::uint32_t i = 1; i < node.count && good; ++i) good = check(ast_.operand(id, i));
    --nesting_;
    locals_.resize(locals_.size() - (two ? 2 : 1));
    return good && macro_type(id, range);
  }

  static std::string_view macro_text(const Node& node) {
    constexpr std::string_view kNames[] = {"all",    "exists",        "existsOne",   "map",
                                           "filter", "transformList", "transformMap"};
    return kNames[static_cast<std::size_t>(node.macro)];
  }

  // What the macro gives; its conditions must be boolean.
  bool macro_type(NodeId id, const Type& range) {
    Node& node = ast_[id];
    const bool transforms =
        node.macro == Macro::map || node.macro == Macro::transform_list || node.macro == Macro::transform_map;
    const std::uint32_t conditions_end = transforms ? node.count - 1 : node.count;
    for (std::uint32_t i = 1; i < conditions_end; ++i) {
      const Type& t = c_.operand(id, i).type;
      if (t.kind == Kind::boolean || t.kind == Kind::dyn) continue;
      return c_.clash(node, "cel.noOverload", {"name", macro_text(node)}, {"types", type_text(t)});
    }
    const Type& result = c_.operand(id, node.count - 1).type;
    switch (node.macro) {
      case Macro::map:
      case Macro::transform_list:
        node.type = Type::list_of(result);
        break;
      case Macro::transform_map:
        node.type = Type::map_of(range.kind == Kind::list ? Type::of(Kind::integer) : key_of(range), result);
        break;
      case Macro::filter:
        node.type = range.kind == Kind::map ? Type::list_of(key_of(range)) : range;
        break;
      default:
        node.type = Type::of(Kind::boolean);
    }
    return true;
  }

  CheckContext c_;
  Ast& ast_;
  std::vector<Local> locals_;
  int nesting_ = 0;
};

}  // namespace

std::optional<Error> check(Ast& ast, const Environment::Impl& env, Arena& constants) {
  return Checker(ast, env, constants).run();
}

}  // namespace formcheck::cel
