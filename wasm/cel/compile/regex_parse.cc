#include "cel/compile/regex_class.h"
#include "cel/compile/regex_tree.h"
#include "text/utf8.h"

namespace formcheck::cel {
namespace {

using Is = RegexNode::Is;

constexpr std::size_t kMaxPattern = 1000;
constexpr std::uint32_t kMaxCount = 1000;
constexpr int kMaxNesting = 32;

struct Flags {
  bool fold_case = false, dot_all = false, multi_line = false;
};

class RegexParser {
 public:
  explicit RegexParser(std::string_view pattern)
      : at_(pattern.data()), end_(pattern.data() + pattern.size()) {}

  tl::expected<RegexTree, std::string_view> run() {
    tree_.root = alternatives(0);
    if (fault_.empty() && at_ != end_) fault_ = "unmatched )";
    if (!fault_.empty()) return tl::unexpected(fault_);
    return std::move(tree_);
  }

 private:
  bool more() const { return at_ != end_ && fault_.empty(); }
  bool next_is(char c) const { return at_ != end_ && *at_ == c; }
  bool accept(char c) { return next_is(c) && (++at_, true); }
  bool accept(std::string_view s) {
    if (static_cast<std::size_t>(end_ - at_) < s.size() || std::string_view(at_, s.size()) != s) return false;
    at_ += s.size();
    return true;
  }
  std::uint32_t fail(std::string_view why) {
    if (fault_.empty()) fault_ = why;
    return 0;
  }

  std::uint32_t add(RegexNode node) {
    tree_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(tree_.nodes.size() - 1);
  }
  std::uint32_t add(Is is, std::vector<std::uint32_t> children = {}) {
    RegexNode node;
    node.is = is, node.children = std::move(children);
    return add(std::move(node));
  }
  std::uint32_t add_set(CharSet set) {
    if (flags_.fold_case) set.add_case_variants();
    set.finish();
    tree_.sets.push_back(std::move(set));
    RegexNode node;
    node.is = Is::set, node.set = static_cast<std::uint32_t>(tree_.sets.size() - 1);
    return add(std::move(node));
  }
  std::uint32_t add_character(char32_t c) {
    const char32_t lower = c | 0x20;
    if (flags_.fold_case && lower >= 'a' && lower <= 'z') {
      CharSet set;
      set.add(c, c);
      return add_set(std::move(set));
    }
    RegexNode node;
    node.is = Is::character, node.character = c;
    return add(std::move(node));
  }

  std::uint32_t alternatives(int nesting) {
    if (nesting > kMaxNesting) return fail("nested too deeply");
    std::vector<std::uint32_t> branches;
    do branches.push_back(sequence(nesting));
    while (accept('|'));
    return branches.size() == 1 ? branches[0] : add(Is::alternate, std::move(branches));
  }

  std::uint32_t sequence(int nesting) {
    std::vector<std::uint32_t> items;
    while (more() && *at_ != '|' && *at_ != ')') {
      std::uint32_t item = 0;
      if (!atom(nesting, item)) continue;  // flags: nothing to match
      items.push_back(repeated(item));
    }
    if (items.size() == 1) return items[0];
    const Is is = items.empty() ? Is::empty : Is::concat;
    return add(is, std::move(items));
  }

  std::uint32_t repeated(std::uint32_t item) {
    bool again = false;
    while (more()) {
      RegexNode node;
      node.is = Is::repeat, node.max = RegexNode::kUnlimited;
      const char* start = at_;
      if (accept('*')) {
      } else if (accept('+')) {
        node.min = 1;
      } else if (accept('?')) {
        node.max = 1;
      } else if (!counts(node)) {
        at_ = start;
        break;
      }
      accept('?');  // lazy: the same answer to "does it match"
      if (again) return fail("repetition of a repetition");
      again = true;
      node.children.push_back(item);
      item = add(std::move(node));
    }
    return item;
  }

  // {n} {n,} {n,m}; anything else is plain text, as in RE2.
  bool counts(RegexNode& node) {
    if (!accept('{') || !number(node.min)) return false;
    node.max = node.min;
    if (accept(',')) {
      node.max = RegexNode::kUnlimited;
      if (!next_is('}') && !number(node.max)) return false;
    }
    if (!accept('}')) return false;
    if (node.min > kMaxCount || (node.max != RegexNode::kUnlimited && node.max > kMaxCount))
      return fail("count above 1,000"), true;
    if (node.max < node.min) fail("counts in the wrong order");
    return true;
  }

  bool number(std::uint32_t& out) {
    const char* start = at_;
    for (out = 0; at_ != end_ && *at_ >= '0' && *at_ <= '9' && at_ - start < 6; ++at_)
      out = out * 10 + static_cast<std::uint32_t>(*at_ - '0');
    return at_ != start;
  }

  bool atom(int nesting, std::uint32_t& out) {
    if (accept('(')) return group(nesting, out);
    if (accept('[')) {
      CharSet set;
      if (const std::string_view fault = read_class(at_, end_, set); !fault.empty()) return fail(fault), true;
      out = add_set(std::move(set));
    } else if (accept('.')) {
      CharSet set;
      if (!flags_.dot_all) set.add('\n', '\n');
      set.negated = true;
      out = add_set(std::move(set));
    } else if (accept('^')) {
      out = add(flags_.multi_line ? Is::line_start : Is::text_start);
    } else if (accept('$')) {
      out = add(flags_.multi_line ? Is::line_end : Is::text_end);
    } else if (accept('\\')) {
      out = escape();
    } else if (next_is('*') || next_is('+') || next_is('?')) {
      out = fail("nothing to repeat");
    } else {
      out = add_character(text::decode(at_, end_));
    }
    return true;
  }

  std::uint32_t escape() {
    if (accept('A')) return add(Is::text_start);
    if (accept('z')) return add(Is::text_end);
    if (accept('b')) return add(Is::word);
    if (accept('B')) return add(Is::no_word);
    CharSet set;
    if (read_class_escape(at_, end_, set)) return add_set(std::move(set));
    char32_t c = 0;
    if (!read_character_escape(at_, end_, c)) return fail("unknown escape");
    return add_character(c);
  }

  // After "(": a group, or flags for the rest of the enclosing group (then nothing is in `out` and the answer
  // is false).
  bool group(int nesting, std::uint32_t& out) {
    const Flags outer = flags_;
    if (accept('?')) {
      if (accept("P<") || accept('<')) {
        const char* name = at_;
        while (more() && ((*at_ >= '0' && *at_ <= '9') || ((*at_ | 0x20) >= 'a' && (*at_ | 0x20) <= 'z') ||
                          *at_ == '_'))
          ++at_;
        if (at_ == name || !accept('>')) return fail("bad group name"), true;
      } else {
        for (bool on = true; more() && *at_ != ':' && *at_ != ')'; ++at_) {
          if (*at_ == '-')
            on = false;
          else if (*at_ == 'i')
            flags_.fold_case = on;
          else if (*at_ == 's')
            flags_.dot_all = on;
          else if (*at_ == 'm')
            flags_.multi_line = on;
          else
            return fail("unknown group"), true;
        }
        if (accept(')')) return false;
        if (!accept(':')) return fail("unfinished group"), true;
      }
    }
    out = alternatives(nesting + 1);
    flags_ = outer;
    if (!accept(')')) fail("missing )");
    return true;
  }

  const char* at_;
  const char* end_;
  Flags flags_;
  RegexTree tree_;
  std::string_view fault_;
};

}  // namespace

tl::expected<RegexTree, std::string_view> parse_regex(std::string_view pattern) {
  if (pattern.size() > kMaxPattern)
    return tl::unexpected(std::string_view("pattern longer than 1,000 bytes"));
  return RegexParser(pattern).run();
}

}  // namespace formcheck::cel
