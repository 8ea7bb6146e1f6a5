#include "cel/compile/parser.h"

#include <algorithm>

#include "cel/bounds.h"
#include "cel/compile/lexer.h"
#include "cel/compile/macros.h"
#include "cel/number_text.h"

namespace formcheck::cel {
namespace {

static_assert(kMaxDepth == 64, "too_deep() says 64");

struct Infix {
  TokenKind token;
  Op op;
  int precedence;
};
constexpr int kOrPrecedence = 1, kTightest = 5;
constexpr Infix kInfix[] = {
    {TokenKind::logical_or, Op::logical_or, 1},
    {TokenKind::logical_and, Op::logical_and, 2},
    {TokenKind::less, Op::less, 3},
    {TokenKind::less_equal, Op::less_equal, 3},
    {TokenKind::greater, Op::greater, 3},
    {TokenKind::greater_equal, Op::greater_equal, 3},
    {TokenKind::equal, Op::equal, 3},
    {TokenKind::not_equal, Op::not_equal, 3},
    {TokenKind::word_in, Op::in, 3},
    {TokenKind::plus, Op::add, 4},
    {TokenKind::minus, Op::subtract, 4},
    {TokenKind::star, Op::multiply, 5},
    {TokenKind::slash, Op::divide, 5},
    {TokenKind::percent, Op::modulo, 5},
};

const Infix* infix(TokenKind token, int precedence) {
  for (const Infix& i : kInfix) {
    if (i.token == token && i.precedence == precedence) return &i;
  }
  return nullptr;
}

// Every parse function returns kNone after a fault, which is then in error_.
class Parser {
 public:
  Parser(std::vector<Token> tokens, Ast& ast) : tokens_(std::move(tokens)), ast_(ast) {}

  bool run() {
    ast_.root = expression();
    if (ast_.root != kNone && kind() != TokenKind::end) ast_.root = unexpected();
    return ast_.root != kNone;
  }
  Error& error() { return error_; }

 private:
  const Token& token() const { return tokens_[at_]; }
  TokenKind kind() const { return token().kind; }
  Token take() { return tokens_[at_++]; }
  bool accept(TokenKind k) { return kind() == k && (++at_, true); }

  NodeId fail(const char* code, std::uint32_t column, ErrorArgument argument = {}) {
    if (error_.code.empty()) error_ = make_error(code, column, argument);
    return kNone;
  }
  NodeId unexpected() { return fail("cel.syntax", token().column, {"found", token().text}); }
  NodeId too_deep(std::uint32_t column) { return fail("cel.tooDeep", column, {"max", "64"}); }

  NodeId add(Node node, const NodeId* operands, std::size_t count) {
    node.first = static_cast<std::uint32_t>(ast_.operands.size());
    node.count = static_cast<std::uint32_t>(count);
    for (std::size_t i = 0; i < count; ++i) {
      node.height =
          std::max<std::uint16_t>(node.height, static_cast<std::uint16_t>(ast_[operands[i]].height + 1));
      ast_.operands.push_back(operands[i]);
    }
    if (node.height > kMaxDepth) return too_deep(node.column);
    ast_.nodes.push_back(std::move(node));
    return static_cast<NodeId>(ast_.nodes.size() - 1);
  }
  NodeId add(Op op, const Token& at, const std::vector<NodeId>& operands, std::string_view text = {}) {
    Node node;
    node.op = op, node.column = at.column, node.text = text;
    return add(std::move(node), operands.data(), operands.size());
  }
  NodeId add_literal(const Token& at, const Value& value) {
    Node node;
    node.column = at.column, node.text = at.text, node.value = value;
    return add(std::move(node), nullptr, 0);
  }

  NodeId expression() {
    if (depth_ >= kMaxDepth) return too_deep(token().column);
    ++depth_;
    const NodeId result = conditional();
    --depth_;
    return result;
  }

  NodeId conditional() {
    const NodeId condition = binary(kOrPrecedence);
    if (condition == kNone || kind() != TokenKind::question) return condition;
    const Token question = take();
    const NodeId then = binary(kOrPrecedence);
    if (then == kNone) return kNone;
    if (!accept(TokenKind::colon)) return unexpected();
    const NodeId otherwise = expression();
    return otherwise == kNone ? kNone : add(Op::conditional, question, {condition, then, otherwise});
  }

  NodeId binary(int precedence) {
    if (precedence > kTightest) return unary();
    NodeId left = binary(precedence + 1);
    while (left != kNone) {
      const Infix* op = infix(kind(), precedence);
      if (op == nullptr) break;
      const Token at = take();
      if (op->op == Op::logical_or || op->op == Op::logical_and) return chain(*op, at, left);
      const NodeId right = binary(precedence + 1);
      left = right == kNone ? kNone : add(op->op, at, {left, right});
    }
    return left;
  }

  // a || b || c is one node, so that a long chain is not a deep tree.
  NodeId chain(const Infix& op, const Token& at, NodeId left) {
    std::vector<NodeId> operands{left};
    do {
      const NodeId next = binary(op.precedence + 1);
      if (next == kNone) return kNone;
      operands.push_back(next);
    } while (accept(op.token));
    return add(op.op, at, operands);
  }

  NodeId unary() {
    if (kind() != TokenKind::minus && kind() != TokenKind::logical_not) return member();
    const Token sign = take();
    if (sign.kind == TokenKind::minus && (kind() == TokenKind::integer || kind() == TokenKind::real))
      return member(&sign);
    if (depth_ >= kMaxDepth) return too_deep(sign.column);
    ++depth_;
    const NodeId operand = unary();
    --depth_;
    return operand == kNone
               ? kNone
               : add(sign.kind == TokenKind::minus ? Op::negate : Op::logical_not, sign, {operand});
  }

  // `sign`: the minus that belongs to the number literal at hand.
  NodeId member(const Token* sign = nullptr) {
    NodeId object = sign != nullptr ? number(sign) : primary();
    while (object != kNone) {
      const Token at = token();
      if (accept(TokenKind::dot)) {
        if (kind() != TokenKind::name && kind() != TokenKind::quoted_name) return unexpected();
        const Token name = take();
        object = kind() == TokenKind::left_paren && name.kind == TokenKind::name
                     ? call(name, object)
                     : add(Op::select, name, {object}, name.text);
      } else if (accept(TokenKind::left_bracket)) {
        const NodeId index = expression();
        if (index == kNone) return kNone;
        if (!accept(TokenKind::right_bracket)) return unexpected();
        object = add(Op::index, at, {object, index});
      } else if (kind() == TokenKind::left_brace &&
                 (ast_[object].op == Op::name || ast_[object].op == Op::select)) {
        return fail("cel.unsupported", ast_[object].column, {"what", "message"});
      } else {
        break;
      }
    }
    return object;
  }

  NodeId primary() {
    const Token at = token();
    switch (at.kind) {
      case TokenKind::integer:
      case TokenKind::real:
        return number(nullptr);
      case TokenKind::string:
        return take(), add_literal(at, Value::of(at.string));
      case TokenKind::word_true:
        return take(), add_literal(at, Value::of(true));
      case TokenKind::word_false:
        return take(), add_literal(at, Value::of(false));
      case TokenKind::word_null:
        return take(), add_literal(at, Value::null());
      case TokenKind::left_bracket:
        return take(), list(at);
      case TokenKind::left_brace:
        return take(), map(at);
      case TokenKind::dot:
        take();
        return kind() == TokenKind::name ? name(true) : unexpected();
      case TokenKind::name:
        return name(false);
      case TokenKind::left_paren: {
        take();
        const NodeId inner = expression();
        if (inner == kNone) return kNone;
        return accept(TokenKind::right_paren) ? inner : unexpected();
      }
      default:
        return unexpected();
    }
  }

  NodeId number(const Token* sign) {
    Token literal = take();
    if (literal.kind == TokenKind::real) {
      const auto value = parse_double(literal.text);
      if (!value) return fail("cel.badNumber", literal.column, {"found", literal.text});
      if (sign != nullptr) literal.column = sign->column;
      return add_literal(literal, Value::of(sign != nullptr ? -*value : *value));
    }
    const bool above_max = literal.magnitude > static_cast<std::uint64_t>(INT64_MAX);
    if (above_max && sign == nullptr) return fail("cel.badNumber", literal.column, {"found", literal.text});
    if (sign != nullptr) literal.column = sign->column;
    return add_literal(literal, Value::of(static_cast<std::int64_t>(sign != nullptr ? 0 - literal.magnitude
                                                                                    : literal.magnitude)));
  }

  NodeId name(bool rooted) {
    const Token at = take();
    if (is_reserved(at.text)) return fail("cel.reservedWord", at.column, {"name", at.text});
    if (kind() == TokenKind::left_paren) return call(at, kNone);
    const NodeId id = add(Op::name, at, {}, at.text);
    if (id != kNone) ast_[id].rooted = rooted;
    return id;
  }

  NodeId call(const Token& name, NodeId receiver) {
    take();
    std::vector<NodeId> arguments;
    if (!items(arguments, TokenKind::right_paren, false)) return kNone;
    Node node;
    node.op = Op::call, node.column = name.column, node.text = name.text;
    if (receiver == kNone) {
      if (name.text == "has") return has(name, arguments);
      return add(std::move(node), arguments.data(), arguments.size());
    }
    std::vector<NodeId> operands;
    switch (match_macro(ast_, receiver, name.text, arguments, node, operands)) {
      case MacroMatch::yes:
        return add(std::move(node), operands.data(), operands.size());
      case MacroMatch::malformed:
        return fail("cel.badMacro", name.column, {"name", name.text});
      case MacroMatch::no:
        break;
    }
    node.receiver = true;
    arguments.insert(arguments.begin(), receiver);
    return add(std::move(node), arguments.data(), arguments.size());
  }

  NodeId has(const Token& name, const std::vector<NodeId>& arguments) {
    if (arguments.size() != 1 || ast_[arguments[0]].op != Op::select)
      return fail("cel.badMacro", name.column, {"name", "has"});
    ast_[arguments[0]].op = Op::has;
    return arguments[0];
  }

  NodeId list(const Token& at) {
    std::vector<NodeId> elements;
    return items(elements, TokenKind::right_bracket, true) ? add(Op::list, at, elements) : kNone;
  }

  NodeId map(const Token& at) {
    std::vector<NodeId> entries;
    while (!accept(TokenKind::right_brace)) {
      const NodeId key = expression();
      if (key == kNone) return kNone;
      if (!accept(TokenKind::colon)) return unexpected();
      const NodeId value = expression();
      if (value == kNone) return kNone;
      entries.push_back(key), entries.push_back(value);
      if (kind() != TokenKind::right_brace && !accept(TokenKind::comma)) return unexpected();
    }
    return add(Op::map, at, entries);
  }

  // Comma-separated expressions up to `close`, which is taken.
  bool items(std::vector<NodeId>& out, TokenKind close, bool trailing_comma) {
    while (!accept(close)) {
      const NodeId item = expression();
      if (item == kNone) return false;
      out.push_back(item);
      if (accept(TokenKind::comma)) {
        if (kind() == close && !trailing_comma) return unexpected(), false;
      } else if (kind() != close) {
        return unexpected(), false;
      }
    }
    return true;
  }

  std::vector<Token> tokens_;
  Ast& ast_;
  Error error_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

tl::expected<Ast, Error> parse(std::string_view source, Arena& constants) {
  auto tokens = tokenize(source, constants);
  if (!tokens) return tl::unexpected(std::move(tokens.error()));
  Ast ast;
  Parser parser(std::move(*tokens), ast);
  if (!parser.run()) return tl::unexpected(std::move(parser.error()));
  return ast;
}

}  // namespace formcheck::cel
