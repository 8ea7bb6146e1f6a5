// libFuzzer: any bytes as a rule, checked against a small form and unchecked; what compiles is run.
#include <array>
#include <cstdlib>
#include <optional>

#include "cel/json.h"
#include "cel/compile/compile.h"

namespace {

using namespace formcheck::cel;  // NOLINT: the whole target is about it
using formcheck::number::Decimal;

const ObjectType kRow{"row",
                      {{"name", Type::of(Kind::string)},
                       {"share", Type::of(Kind::decimal)},
                       {"rank", Type::of(Kind::decimal)}}};
const ObjectType kGroup{"group",
                        {{"total", Type::of(Kind::decimal)},
                         {"first", Type::of_object(&kRow)},
                         {"rows", Type::list_of(Type::of_object(&kRow))}}};

struct Row final : HostObject {
  explicit Row(std::int64_t n) : number(n) {}
  Value member(std::uint32_t index) const override {
    if (index == 0) return Value::of(std::string_view(number % 2 == 0 ? "浙江 Zhejiang" : ""));
    if (index == 1) return Value::of(*Decimal::divide(Decimal(number), Decimal(7), 10));
    return number % 3 == 0 ? Value::null() : Value::of(Decimal(number));
  }
  std::int64_t number;
};
struct Rows final : HostList {
  std::size_t size() const override { return rows.size(); }
  Value at(std::size_t index) const override { return Value::of(&rows[index], &kRow); }
  std::array<Row, 4> rows{Row(0), Row(1), Row(2), Row(9999999999)};
} const kRows;
struct Group final : HostObject {
  Value member(std::uint32_t index) const override {
    if (index == 0) return Value::of(*Decimal::parse("9999999999999999999999999999999999"));
    if (index == 1) return Value::of(&kRows.rows[1], &kRow);
    return Value::of(static_cast<const HostList*>(&kRows));
  }
} const kTheGroup;

// Variables g, rows, s, d, i, x by index; the same by name.
struct Host final : Activation {
  Value variable(std::uint32_t index) const override {
    switch (index) {
      case 0:
        return Value::of(&kTheGroup, &kGroup);
      case 1:
        return Value::of(static_cast<const HostList*>(&kRows));
      case 2:
        return Value::of(std::string_view("质量标杆 12.5%\nquality"));
      case 3:
        return Value::of(*Decimal::parse("12.50"));
      case 4:
        return Value::of(std::int64_t{-3});
      default:
        return Value::of(0.1);
    }
  }
  std::optional<Value> named(std::string_view name) const override {
    constexpr std::string_view kNames[] = {"g", "rows", "s", "d", "i", "x"};
    for (std::uint32_t n = 0; n < std::size(kNames); ++n) {
      if (name == kNames[n]) return variable(n);
    }
    return std::nullopt;
  }
} const kHost;

const Environment& checked() {
  static const Environment env = [] {
    Environment e;
    e.declare("g", Type::of_object(&kGroup));
    e.declare("rows", Type::list_of(Type::of_object(&kRow)));
    e.declare("s", Type::of(Kind::string));
    e.declare("d", Type::of(Kind::decimal));
    e.declare("i", Type::of(Kind::integer));
    e.declare("x", Type::of(Kind::dyn));
    e.add({"twice", false, {Type::of(Kind::decimal)}, Type::of(Kind::decimal), [](const Value* a, Arena&) {
             const auto sum = Decimal::add(a[0].decimal, a[0].decimal);
             return sum ? Value::of(*sum) : Value::null();
           }});
    return e;
  }();
  return env;
}

const Environment& unchecked() {
  static const Environment env = [] {
    Environment e;
    e.set_unchecked(true);
    return e;
  }();
  return env;
}

void require(bool holds) {
  if (!holds) std::abort();
}

void try_rule(std::string_view source, const Environment& env) {
  const auto program = compile(source, env);
  if (!program) {
    require(!program.error().code.empty() && program.error().column >= 1 &&
            program.error().column <= source.size() + 1);
    return;
  }
  for (const Read& read : program->reads()) require(read.variable < 6);
  Arena arena;
  std::string first;
  for (int again = 0; again < 2; ++again) {
    const Result r = program->run(kHost, arena);
    std::string text = r.failure == Failure::none ? to_json(r.value) : std::string(r.detail);
    require(r.column <= source.size());
    if (again == 0)
      first = std::move(text);
    else
      require(first == text);
    arena.reset();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  try_rule(source, checked());
  try_rule(source, unchecked());
  return 0;
}
