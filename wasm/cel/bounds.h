// Limits that keep every rule small and every run short. The published conformance cases fit inside all of
// them.
#pragma once
#include <cstddef>
#include <cstdint>

namespace formcheck::cel {

inline constexpr std::size_t kMaxSourceBytes = 4096;
inline constexpr int kMaxDepth = 64;        // of brackets and operators in the source, and of the syntax tree
inline constexpr int kMaxMacroNesting = 3;  // a macro inside the body of a macro …
inline constexpr std::int64_t kMaxSteps = 200'000;
inline constexpr int kMaxLocals = kMaxMacroNesting * 2;
inline constexpr std::size_t kMaxArguments = 8;  // of a function

// One step pays for about this many bytes of copying or searching.
inline constexpr std::size_t kBytesPerStep = 64;

}  // namespace formcheck::cel
