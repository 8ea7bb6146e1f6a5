// One compiled expression of the rule language, ready to run. Made by compile() (compile/compile.h, where the language is
// described) or read from an image (image.h): whoever only runs programs needs nothing of what makes them.
#pragma once
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "cel/host.h"
#include "cel/type.h"
#include "cel/value.h"

namespace formcheck::cel {

// A path an expression reads, found statically: variable, then member indices; kEach stands for "of every
// list element". `competitors.map(c, c.share)` reads {competitors, [kEach, share]}; `size(competitors)` reads
// {competitors, []}. A path that ends early means everything below it (and, for a list, its structure) may be
// read.
struct Read {
  static constexpr std::uint32_t kEach = 0xFFFFFFFF;
  std::uint32_t variable = 0;
  std::vector<std::uint32_t> path;
};

// Why a run gave no value. null_operand makes a rule's verdict *pending*; the others are rule faults.
enum class Failure : std::uint8_t {
  none,
  null_operand,
  overflow,
  divide_by_zero,
  no_such_overload,
  no_such_key,
  out_of_range,
  bad_argument,
  too_many_steps,
  unknown_name,  // of a variable or function; unchecked programs only
};

struct Result {
  Value value;  // meaningless unless failure == none
  Failure failure = Failure::none;
  std::string_view detail;   // static text in English for developers
  std::uint32_t column = 0;  // of the operation that failed, 1-based, code points
};

class Program {
 public:
  Program() noexcept;  // none: may only be assigned to
  Program(Program&&) noexcept;
  Program& operator=(Program&&) noexcept;
  ~Program();

  [[nodiscard]] Result run(const Activation& activation, Arena& arena) const;
  [[nodiscard]] const Type& type() const;                // dyn when unchecked, or read from an image
  [[nodiscard]] const std::vector<Read>& reads() const;  // sorted, unique

  struct Impl;
  explicit Program(std::unique_ptr<Impl> impl);
  [[nodiscard]] Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace formcheck::cel
