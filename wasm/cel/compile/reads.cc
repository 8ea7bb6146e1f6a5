#include "cel/compile/reads.h"

#include <algorithm>
#include <optional>

#include "cel/bounds.h"

namespace formcheck::cel {
namespace {

struct Path {
  Read read;
  bool open = true;  // further members can still be named
};

bool before(const Read& a, const Read& b) {
  return a.variable != b.variable ? a.variable < b.variable : a.path < b.path;
}

class Reader {
 public:
  explicit Reader(const Ast& ast) : ast_(ast) {}

  std::vector<Read> run() {
    visit(ast_.root);
    std::vector<Read> sorted;  // by insertion: there are few, and std::sort is large
    for (Read& read : reads_) {
      auto place = sorted.end();
      while (place != sorted.begin() && before(read, place[-1])) --place;
      if (place == sorted.begin() || before(place[-1], read)) sorted.insert(place, std::move(read));
    }
    return sorted;
  }

 private:
  static void extend(Path& path, std::uint32_t step) {
    if (path.open) path.read.path.push_back(step);
  }

  // Where the node's value lives, if it is part of a variable. A filtered list has the elements of its range.
  std::optional<Path> path(NodeId id) const {
    const Node& node = ast_[id];
    if (node.binding == Binding::variable) return Path{{node.index, {}}, true};
    if (node.op == Op::name) return node.binding == Binding::local ? locals_[node.index] : std::nullopt;
    const bool filter = node.op == Op::macro && node.macro == Macro::filter;
    if (node.op != Op::select && node.op != Op::has && node.op != Op::index && !filter) return std::nullopt;
    const Node& object = ast_[ast_.operand(id, 0)];
    std::optional<Path> p = path(ast_.operand(id, 0));
    if (!p) return p;
    if (filter) return object.type.kind == Kind::list ? p : std::nullopt;
    if (node.binding == Binding::member) {
      extend(*p, node.index);
    } else if (node.op == Op::index && object.type.kind == Kind::list) {
      extend(*p, Read::kEach);
    } else {
      p->open = false;
    }
    return p;
  }

  void visit(NodeId id) {
    if (const auto p = path(id)) {
      visit_beside(id);
      reads_.push_back(p->read);
      return;
    }
    const Node& node = ast_[id];
    if (node.op == Op::macro) return visit_macro(id);
    for (std::uint32_t i = 0; i < node.count; ++i) {
      const NodeId operand = ast_.operand(id, i);
      // How many rows pass a filter depends on the filter's reads alone.
      const bool counted =
          node.op == Op::call && node.text == "size" && ast_[operand].op == Op::macro && path(operand);
      counted ? visit_beside(operand) : visit(operand);
    }
  }

  // What a path reads beside its own value: an index, a filter's condition.
  void visit_beside(NodeId id) {
    const Node& node = ast_[id];
    if (node.op == Op::macro) return visit_macro(id);
    if (node.op == Op::index) visit(ast_.operand(id, 1));
    if (node.count > 0) visit_beside(ast_.operand(id, 0));
  }

  void visit_macro(NodeId id) {
    const Node& node = ast_[id];
    const NodeId range = ast_.operand(id, 0);
    std::optional<Path> elements = ast_[range].type.kind == Kind::list ? path(range) : std::nullopt;
    std::optional<Read> whole;
    if (elements) {
      visit_beside(range);
      whole = elements->read;
      extend(*elements, Read::kEach);
    } else {
      visit(range);
    }
    const bool two = !node.text2.empty();
    locals_[node.index] = two ? std::nullopt : elements;
    if (two) locals_[node.index + 1] = elements;
    const std::size_t start = reads_.size();
    for (std::uint32_t i = 1; i < node.count; ++i) visit(ast_.operand(id, i));
    if (whole && !reads_below(start, elements->read)) reads_.push_back(*whole);
  }

  bool reads_below(std::size_t start, const Read& prefix) const {
    return std::any_of(reads_.begin() + static_cast<std::ptrdiff_t>(start), reads_.end(), [&](const Read& r) {
      return r.variable == prefix.variable && r.path.size() >= prefix.path.size() &&
             std::equal(prefix.path.begin(), prefix.path.end(), r.path.begin());
    });
  }

  const Ast& ast_;
  std::optional<Path> locals_[kMaxLocals];
  std::vector<Read> reads_;
};

}  // namespace

std::vector<Read> find_reads(const Ast& ast) { return Reader(ast).run(); }

}  // namespace formcheck::cel
