#include "cel/compile/builtins.h"

#include "cel/functions.h"

namespace formcheck::cel {
namespace {

constexpr Builtin kBuiltins[] = {
    {"size", "s>i l>i m>i", false, 1, fn_size},
    {"size", "s>i l>i m>i", true, 1, fn_size},
    {"contains", "ss>b", true, 2, fn_contains},
    {"startsWith", "ss>b", true, 2, fn_starts_with},
    {"endsWith", "ss>b", true, 2, fn_ends_with},
    {"matches", "ss>b", true, 2, fn_matches},
    {"matches", "ss>b", false, 2, fn_matches},
    {"int", "i>i d>i s>i n>i", false, 1, fn_int},
    {"double", "d>d i>d s>d n>d", false, 1, fn_double},
    {"string", "s>s i>s d>s b>s n>s", false, 1, fn_string},
    {"bool", "b>b s>b", false, 1, fn_bool},
    {"decimal", "n>n s>n", false, 1, fn_decimal},
    {"sum", "L>e", true, 1, nullptr},
    {"min", "O>e", true, 1, nullptr},
    {"max", "O>e", true, 1, nullptr},
    {"round", "ni>n", false, 2, fn_round},
    {"div", "nni>n", false, 3, fn_div},
};

}  // namespace

const Builtin* builtins(std::size_t& count) noexcept {
  count = std::size(kBuiltins);
  return kBuiltins;
}

}  // namespace formcheck::cel
