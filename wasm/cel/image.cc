#include "cel/image.h"

#include <algorithm>
#include <cstring>

#include "cel/eval_tables.h"
#include "cel/functions.h"
#include "cel/pattern_image.h"
#include "cel/program_impl.h"

namespace formcheck::cel {
namespace {

using archive::require;

// What a record holds beside its operands.
enum class Holds : std::uint8_t {
  nothing,
  literal,
  variable,
  bound,
  local,
  object,
  name,
  builtin,
  host,
  pattern,
  loop,
  kind,
  flag
};

struct Operation {
  Code::Evaluate evaluate;
  Holds holds;
  std::uint8_t least, most;  // operands
};
constexpr std::uint8_t kMany = 255;

constexpr BuiltinFunction kBuiltins[] = {fn_size,    fn_contains, fn_starts_with, fn_ends_with,
                                         fn_int,     fn_double,   fn_string,      fn_bool,
                                         fn_decimal, fn_round,    fn_div};
constexpr std::uint8_t kArity[] = {1, 2, 2, 2, 1, 1, 1, 1, 1, 2, 3};

constexpr Operation kPlain[] = {
    {eval_literal, Holds::literal, 0, 0},
    {eval_variable, Holds::variable, 0, 0},
    {eval_local, Holds::local, 0, 0},
    {eval_member, Holds::object, 1, 1},
    {eval_local_member, Holds::object, 1, 1},
    {eval_select, Holds::name, 1, 1},
    {eval_has, Holds::name, 1, 1},
    {eval_builtin, Holds::builtin, 1, 3},
    {eval_host_call, Holds::host, 0, kMaxArguments},
    {eval_matches, Holds::pattern, 2, 2},
    {eval_bound, Holds::bound, 0, 0},
};

struct Operator {
  Op op;
  std::uint8_t least, most;
  Holds holds = Holds::nothing;
};
constexpr Operator kOperators[] = {
    {Op::index, 2, 2},
    {Op::list, 0, kMany},
    {Op::map, 0, kMany},
    {Op::conditional, 3, 3},
    {Op::logical_or, 1, kMany},
    {Op::logical_and, 1, kMany},
    {Op::logical_not, 1, 1},
    {Op::negate, 1, 1},
    {Op::add, 2, 2},
    {Op::subtract, 2, 2},
    {Op::multiply, 2, 2},
    {Op::divide, 2, 2},
    {Op::modulo, 2, 2},
    {Op::equal, 2, 2, Holds::flag},
    {Op::not_equal, 2, 2, Holds::flag},
    {Op::less, 2, 2},
    {Op::less_equal, 2, 2},
    {Op::greater, 2, 2},
    {Op::greater_equal, 2, 2},
    {Op::in, 2, 2, Holds::flag},
};

struct MacroOperands {
  Macro macro;
  std::uint8_t most;
};
constexpr MacroOperands kMacros[] = {
    {Macro::all, 2},    {Macro::exists, 2},         {Macro::exists_one, 2},
    {Macro::filter, 2}, {Macro::transform_list, 3}, {Macro::transform_map, 3}};

constexpr Fold kFolds[] = {Fold::count, Fold::sum, Fold::min, Fold::max};

constexpr auto kOperations = static_cast<std::uint32_t>(std::size(kPlain) + std::size(kOperators) +
                                                        std::size(kMacros) + std::size(kFolds));

// All of them, numbered.
Operation operation(std::size_t n) {
  if (n < std::size(kPlain)) return kPlain[n];
  n -= std::size(kPlain);
  if (n < std::size(kOperators)) {
    const Operator& o = kOperators[n];
    return {operator_code(o.op), o.holds, o.least, o.most};
  }
  n -= std::size(kOperators);
  if (n < std::size(kMacros)) return {macro_code(kMacros[n].macro), Holds::loop, 2, kMacros[n].most};
  n -= std::size(kMacros);
  return {fold_code(kFolds[n]), Holds::kind, 1, 1};
}

template <typename Function, std::size_t n>
bool is_among(const Function (&all)[n], Function one) {
  return std::find(all, all + n, one) != all + n;
}

bool is_rare(const Code& c) {
  return c.evaluate == eval_builtin ? is_among(kRare.functions, *static_cast<const BuiltinFunction*>(c.data))
                                    : is_among(kRare.operations, c.evaluate);
}

template <typename Archive>
class ProgramImage {
 public:
  ProgramImage(Archive& a, Program::Impl& program, ImageContext& context)
      : a_(a), program_(program), context_(context) {}

  // The whole tree: how many records, then each with its operands.
  void root(const Code*& at) {
    std::uint32_t records = 0;
    if constexpr (!Archive::kReading) records = records_of(*at);
    records = a_.count(records);
    if constexpr (Archive::kReading) program_.all_code.resize(records), program_.all_operands.resize(records);
    program_.loops = false;
    code(at, 0);
    require(a_, !Archive::kReading || next_code_ == records);
  }

 private:
  static std::uint32_t records_of(const Code& c) {
    std::uint32_t records = 1;
    for (std::uint32_t i = 0; c.evaluate != eval_literal && i < c.count; ++i)
      records += records_of(*c.all[i]);
    return records;
  }

  void code(const Code*& at, int depth) {
    if constexpr (Archive::kReading) {
      if (next_code_ == program_.all_code.size()) return a_.fail();
      Code& made = program_.all_code[next_code_++];
      describe(made, depth);
      at = &made;
    } else {
      Code shown = *at;
      describe(shown, depth);
    }
  }

  void describe(Code& c, int depth) {
    if (depth > kMaxDepth) return a_.fail();
    std::uint32_t number = 0;
    if constexpr (!Archive::kReading) {
      while (number < kOperations && operation(number).evaluate != c.evaluate) ++number;
      if (number == kOperations) return a_.fail();
    }
    a_.place(number, kOperations);
    const Operation op = operation(number);
    c.evaluate = op.evaluate;
    operands(c, op, depth);
    if (!a_.failed()) held(c, op.holds);
    if (context_.rare_are_here || a_.failed() || !is_rare(c)) return;
    context_.rare_are_missed = true;
    a_.fail();
  }

  // A literal's own were folded away.
  void operands(Code& c, const Operation& op, int depth) {
    if (op.most == 0) return;
    std::uint32_t size = op.least;
    if (op.least != op.most) size = a_.count(c.count);
    require(a_, size >= op.least && (op.most == kMany || size <= op.most));
    if constexpr (Archive::kReading) {
      if (size > program_.all_operands.size() - next_operand_) return a_.fail();
      const Code** all = program_.all_operands.data() + next_operand_;
      next_operand_ += size;
      c.all = all, c.count = size;
      for (std::uint32_t i = 0; i < size && !a_.failed(); ++i) code(all[i], depth + 1);
      if (a_.failed()) return;
      for (std::uint32_t i = 0; i < size; ++i) c.cost += all[i]->cost;
      c.a = size > 0 ? all[0] : nullptr, c.b = size > 1 ? all[1] : nullptr;
    } else {
      for (std::uint32_t i = 0; i < size; ++i) {
        const Code* operand = c.all[i];
        code(operand, depth + 1);
      }
    }
  }

  void held(Code& c, Holds holds) {
    switch (holds) {
      case Holds::nothing:
        require(a_, c.evaluate != operator_code(Op::map) || c.count % 2 == 0);
        return;
      case Holds::literal:
        return literal(c);
      case Holds::variable:
        return a_.place(c.index, context_.variables);
      case Holds::bound:
        a_.number(c.index);
        return require(a_, context_.knows != nullptr && context_.knows(context_.host, context_.scope, c.index));
      case Holds::local:
        program_.loops = true;
        return a_.place(c.index, kMaxLocals);
      case Holds::object:
        return object(c);
      case Holds::name:
        return a_.text(c.text);
      case Holds::builtin:
        return builtin(c);
      case Holds::host:
        return host(c);
      case Holds::pattern:
        if constexpr (Archive::kReading) c.data = &program_.patterns.add();
        return PatternImage::describe(a_, *static_cast<Pattern*>(const_cast<void*>(c.data)));
      case Holds::loop:
        program_.loops = true;
        a_.place(c.index, kMaxLocals);
        a_.text(c.text);  // its second variable
        return require(a_, c.text.empty() || c.index + 1 < kMaxLocals);
      case Holds::kind:
        return a_.place(c.index, static_cast<std::size_t>(Kind::object) + 1);
      case Holds::flag:
        return a_.place(c.index, 2);
    }
  }

  void literal(Code& c) {
    if constexpr (Archive::kReading) c.data = &program_.literals.add();
    value(*static_cast<Value*>(const_cast<void*>(c.data)), 0);
  }

  void value(Value& v, int depth) {
    if (depth > kMaxDepth) return a_.fail();
    Kind kind = v.kind;
    archive::choice(a_, kind, static_cast<std::uint32_t>(Kind::object));
    switch (kind) {
      case Kind::null:
        return;
      case Kind::boolean:
        if constexpr (Archive::kReading) v = Value::of(false);
        return a_.flag(v.boolean);
      case Kind::integer: {
        auto bits = static_cast<std::uint64_t>(v.integer);
        archive::wide(a_, bits);
        if constexpr (Archive::kReading) v = Value::of(static_cast<std::int64_t>(bits));
        return;
      }
      case Kind::real: {
        std::uint64_t bits = 0;
        if constexpr (!Archive::kReading) std::memcpy(&bits, &v.real, sizeof bits);
        archive::wide(a_, bits);
        if constexpr (Archive::kReading) v = Value::of(0.0), std::memcpy(&v.real, &bits, sizeof bits);
        return;
      }
      case Kind::decimal:
        return decimal(v);
      case Kind::string:
        if constexpr (Archive::kReading) v = Value::of(std::string_view());
        return a_.text(v.string);
      case Kind::list:
        return values(v, depth);
      default:
        return pairs(v, depth);
    }
  }

  void decimal(Value& v) {
    if constexpr (Archive::kReading) {
      std::string_view digits;
      a_.text(digits);
      const auto read = number::Decimal::parse(digits);
      require(a_, read.has_value());
      v = Value::of(read.value_or(number::Decimal()));
    } else {
      a_.text(v.decimal.to_string());
    }
  }

  void values(Value& v, int depth) {
    std::vector<Value>& list = program_.constants.new_list();
    if constexpr (!Archive::kReading) list.assign(v.span.data, v.span.data + v.span.size);
    archive::list(a_, list, [&](Value& item) { value(item, depth + 1); });
    if constexpr (Archive::kReading) v = Value::of_span(list.data(), list.size());
  }

  void pairs(Value& v, int depth) {
    MapEntries& map = program_.constants.new_map();
    if constexpr (!Archive::kReading) map.entries = v.map->entries;
    archive::list(a_, map.entries,
                  [&](auto& entry) { value(entry.first, depth + 1), value(entry.second, depth + 1); });
    if constexpr (Archive::kReading) v = Value::of_map(&map);
  }

  void object(Code& c) {
    std::uint32_t which = 0;
    if constexpr (!Archive::kReading) {
      while (which < context_.objects.size() && context_.objects[which] != c.data) ++which;
    }
    require(a_, which < context_.objects.size());
    a_.place(which, context_.objects.size());
    if (a_.failed()) return;
    c.data = context_.objects[which];
    a_.place(c.index, context_.objects[which]->members.size());
    require(a_, c.evaluate != eval_local_member || c.a->evaluate == eval_local);
  }

  void builtin(Code& c) {
    std::uint32_t which = 0;
    if constexpr (!Archive::kReading) {
      while (which < std::size(kBuiltins) && kBuiltins[which] != *static_cast<const BuiltinFunction*>(c.data))
        ++which;
      require(a_, which < std::size(kBuiltins));
    }
    a_.place(which, std::size(kBuiltins));
    if (a_.failed()) return;
    c.data = &kBuiltins[which];
    require(a_, c.count == kArity[which]);
  }

  void host(Code& c) {
    std::vector<const Callable*>& candidates = program_.candidates.add();
    if constexpr (!Archive::kReading) {
      const auto* all = static_cast<const Callable* const*>(c.data);
      candidates.assign(all, all + c.index);
    }
    archive::list(a_, candidates, [&](const Callable*& callable) {
      std::uint32_t which = 0;
      if constexpr (!Archive::kReading) {
        while (which < context_.functions.size() && context_.functions[which].call != callable->call) ++which;
        require(a_, which < context_.functions.size());
      }
      a_.place(which, context_.functions.size());
      if constexpr (Archive::kReading) {
        if (!a_.failed()) callable = &program_.functions.add(context_.functions[which]);
      }
      require(a_, callable != nullptr && callable->count == c.count);
    });
    c.data = candidates.data(), c.index = static_cast<std::uint32_t>(candidates.size());
  }

  Archive& a_;
  Program::Impl& program_;
  ImageContext& context_;
  std::size_t next_code_ = 0, next_operand_ = 0;
};

}  // namespace

constexpr RareOperations kRare{
    {eval_select, eval_has, eval_map, eval_negate, eval_exists_one, eval_transform_map},
    {fn_int, fn_double, fn_bool, nullptr}};

void describe(archive::Writer& a, Program& program, ImageContext& context) {
  // What is described is copied on the way, lists and all: into a place of its own, not the program.
  Program::Impl scratch;
  const Code* root = program.impl().root;
  ProgramImage<archive::Writer>(a, scratch, context).root(root);
}

void describe(archive::Reader& a, Program& program, ImageContext& context) {
  auto impl = std::make_unique<Program::Impl>();
  ProgramImage<archive::Reader>(a, *impl, context).root(impl->root);
  program = Program(std::move(impl));
}

}  // namespace formcheck::cel
