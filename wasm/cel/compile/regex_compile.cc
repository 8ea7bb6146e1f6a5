#include "cel/regex.h"
#include "cel/compile/regex_tree.h"
#include "text/utf8.h"

namespace formcheck::cel {
namespace {

using Is = RegexNode::Is;
constexpr std::size_t kMaxInstructions = 4000;

}  // namespace

// Thompson's construction. Counted repetitions are written out.
class PatternCompiler {
 public:
  explicit PatternCompiler(RegexTree tree) : tree_(std::move(tree)) {}

  tl::expected<Pattern, std::string_view> run() {
    emit(tree_.root);
    put(Pattern::Do::match);
    if (full()) return tl::unexpected(std::string_view("pattern too large"));
    bool whole = true;
    find_prefix(tree_.root, whole);
    out_.only_prefix_ = whole && !out_.anchored_;
    out_.sets_ = std::move(tree_.sets);
    find_lead(0);
    return std::move(out_);
  }

 private:
  using Do = Pattern::Do;

  bool full() const { return out_.code_.size() > kMaxInstructions; }
  std::uint32_t here() const { return static_cast<std::uint32_t>(out_.code_.size()); }
  std::uint32_t put(Do what, std::uint32_t a = 0, std::uint32_t b = 0) {
    out_.code_.push_back({what, a, b});
    return here() - 1;
  }

  void emit(std::uint32_t id) {
    if (full()) return;
    const RegexNode& node = tree_.nodes[id];
    switch (node.is) {
      case Is::empty:
        break;
      case Is::character:
        put(Do::character, static_cast<std::uint32_t>(node.character));
        break;
      case Is::set:
        put(Do::set, node.set);
        break;
      case Is::concat:
        for (const std::uint32_t child : node.children) emit(child);
        break;
      case Is::alternate:
        alternate(node);
        break;
      case Is::repeat:
        repeat(node);
        break;
      case Is::text_start:
        put(Do::text_start);
        break;
      case Is::text_end:
        put(Do::text_end);
        break;
      case Is::line_start:
        put(Do::line_start);
        break;
      case Is::line_end:
        put(Do::line_end);
        break;
      case Is::word:
        put(Do::word);
        break;
      case Is::no_word:
        put(Do::no_word);
        break;
    }
  }

  void alternate(const RegexNode& node) {
    std::vector<std::uint32_t> exits;
    for (std::size_t i = 0; i + 1 < node.children.size() && !full(); ++i) {
      const std::uint32_t split = put(Do::split, here() + 1);
      emit(node.children[i]);
      exits.push_back(put(Do::jump));
      out_.code_[split].b = here();
    }
    emit(node.children.back());
    for (const std::uint32_t exit : exits) out_.code_[exit].a = here();
  }

  void repeat(const RegexNode& node) {
    const std::uint32_t child = node.children[0];
    for (std::uint32_t i = 0; i < node.min && !full(); ++i) emit(child);
    if (node.max == RegexNode::kUnlimited) {
      const std::uint32_t split = put(Do::split, here() + 1);
      emit(child);
      put(Do::jump, split);
      out_.code_[split].b = here();
      return;
    }
    std::vector<std::uint32_t> exits;
    for (std::uint32_t i = node.min; i < node.max && !full(); ++i) {
      exits.push_back(put(Do::split, here() + 1));
      emit(child);
    }
    for (const std::uint32_t exit : exits) out_.code_[exit].b = here();
  }

  // Collects the characters every match starts with; `whole` stays true while they are all there is to it.
  void find_prefix(std::uint32_t id, bool& whole) {
    const RegexNode& node = tree_.nodes[id];
    if (node.is == Is::character) {
      text::append(out_.prefix_, node.character);
    } else if (node.is == Is::text_start && out_.prefix_.empty()) {
      out_.anchored_ = true;
    } else if (node.is == Is::concat) {
      for (std::size_t i = 0; i < node.children.size() && whole; ++i) find_prefix(node.children[i], whole);
    } else if (node.is != Is::empty) {
      whole = false;
    }
  }

  // What can be read first from instruction `start` on; assertions are taken to hold.
  void find_lead(std::uint32_t start) {
    std::vector<char> seen(out_.code_.size());
    std::vector<std::uint32_t> waiting{start};
    while (!waiting.empty()) {
      const std::uint32_t id = waiting.back();
      waiting.pop_back();
      if (seen[id]) continue;
      seen[id] = true;
      const Pattern::Instruction& in = out_.code_[id];
      switch (in.what) {
        case Do::match:
          return out_.lead_.add_all();
        case Do::character:
          out_.lead_.add(static_cast<char32_t>(in.a));
          break;
        case Do::set:
          out_.lead_.add(out_.sets_[in.a]);
          break;
        case Do::split:
          waiting.push_back(in.b);
          [[fallthrough]];
        case Do::jump:
          waiting.push_back(in.a);
          break;
        default:
          waiting.push_back(id + 1);
      }
    }
  }

  RegexTree tree_;
  Pattern out_;
};

tl::expected<Pattern, std::string_view> compile_pattern(std::string_view pattern) {
  auto tree = parse_regex(pattern);
  if (!tree) return tl::unexpected(tree.error());
  return PatternCompiler(std::move(*tree)).run();
}

}  // namespace formcheck::cel
