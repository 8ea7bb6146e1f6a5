// A compiled pattern as bytes (image.h).
#pragma once
#include "archive/archive.h"
#include "cel/regex.h"

namespace formcheck::cel {

class PatternImage {
 public:
  template <typename Archive>
  static void describe(Archive& a, Pattern& p) {
    archive::list(a, p.sets_, [&](CharSet& set) {
      archive::list(a, set.ranges, [&](CharSet::Range& r) { code_point(a, r.first), code_point(a, r.last); });
      a.flag(set.han), a.flag(set.not_han), a.flag(set.negated);
    });
    archive::list(a, p.code_, [&](Pattern::Instruction& in) {
      archive::choice(a, in.what, static_cast<std::uint32_t>(Pattern::Do::no_word) + 1);
      a.number(in.a), a.number(in.b);
    });
    std::string_view prefix = p.prefix_;
    a.text(prefix);
    a.flag(p.anchored_), a.flag(p.only_prefix_);
    for (std::uint64_t& bits : p.lead_.bits) archive::wide(a, bits);
    if constexpr (Archive::kReading) {
      p.prefix_ = prefix;
      check(a, p);
    }
  }

 private:
  template <typename Archive>
  static void code_point(Archive& a, char32_t& c) {
    auto n = static_cast<std::uint32_t>(c);
    a.number(n);
    if constexpr (Archive::kReading) c = n;
  }

  // No way through it leads out of it.
  static void check(archive::Reader& a, const Pattern& p) {
    const std::size_t size = p.code_.size();
    archive::require(a, size > 0 && size <= kMostInstructions && p.code_.back().what == Pattern::Do::match);
    for (const Pattern::Instruction& in : p.code_) {
      using Do = Pattern::Do;
      if (in.what == Do::set) archive::require(a, in.a < p.sets_.size());
      if (in.what == Do::split) archive::require(a, in.b < size);
      if (in.what == Do::split || in.what == Do::jump) archive::require(a, in.a < size);
    }
  }

  static constexpr std::size_t kMostInstructions = 4000;
};

}  // namespace formcheck::cel
