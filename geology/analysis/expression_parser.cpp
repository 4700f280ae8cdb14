// From the text of a filter expression to its tree, by recursive descent.
#include <memory>

#include "geology/analysis/expression_lexer.h"
#include "geology/analysis/expression_node.h"
#include "geology/model/nearest_word.h"

namespace adit::analysis {
namespace {

using geology::findNamed;
using geology::NamedColumn;
using geology::suggestion;
using Node = Expression::Node;
using Kind = Node::Kind;
using Type = Node::Type;
using NodePtr = std::shared_ptr<const Node>;

/// Deep enough for every question, shallow enough for the stack.
constexpr std::size_t kDeepest = 200;
constexpr std::size_t kMostParts = 1000;   ///< joined by operators: `a + b + c` is as deep as it is long
constexpr std::size_t kLongest = 100'000;  ///< characters

/// A part of the tree and where it begins in the text. A null node stands for a fault.
struct Part {
  NodePtr node;
  std::size_t position = 1;
};

const char* typeName(Type type) {
  switch (type) {
    case Type::Truth:
      return "a comparison";
    case Type::Number:
      return "a number";
    case Type::Text:
      return "a text";
  }
  return "";
}

class Parser {
 public:
  Parser(const std::vector<Token>& tokens, const std::vector<NamedColumn>& columns)
      : tokens_(tokens), columns_(columns) {}

  NodePtr parse() {
    const Part whole = orPart();
    if (!error_.empty()) return nullptr;
    if (peek().kind != Token::Kind::End) {
      fail(peek().position, "'" + peek().text + "' does not belong here; and, or or the end was expected");
      return nullptr;
    }
    return wanted(whole, Type::Truth) ? whole.node : nullptr;
  }
  const std::string& error() const { return error_; }

 private:
  const Token& peek() const { return tokens_[at_]; }
  const Token& take() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }
  bool accept(Token::Kind kind, std::string_view text) {
    if (peek().kind != kind || peek().text != text) return false;
    ++at_;
    return true;
  }
  bool acceptWord(std::string_view word) { return accept(Token::Kind::Word, word); }
  bool acceptSymbol(std::string_view symbol) { return accept(Token::Kind::Symbol, symbol); }

  void fail(std::size_t position, const std::string& what) {
    if (error_.empty()) error_ = "at character " + std::to_string(position) + ": " + what;
  }
  bool wanted(const Part& part, Type type) {
    if (part.node == nullptr || !error_.empty()) return false;
    if (part.node->type == type) return true;
    fail(part.position, std::string(typeName(type)) + " was expected, this is " + typeName(part.node->type));
    return false;
  }
  bool expectSymbol(std::string_view symbol) {
    if (acceptSymbol(symbol)) return true;
    fail(peek().position, "'" + std::string(symbol) + "' was expected");
    return false;
  }

  Part joined(Kind kind, const Part& left, const Part& right, Type operandType) {
    if (++parts_ > kMostParts) fail(right.position, "the expression has more than 1,000 parts");
    if (!wanted(left, operandType) || !wanted(right, operandType)) return {};
    Node node;
    node.kind = kind;
    node.type = operandType;
    node.operands = {left.node, right.node};
    return {std::make_shared<Node>(std::move(node)), left.position};
  }
  Part prefixed(Kind kind, std::size_t position, const Part& operand, Type type) {
    if (!wanted(operand, type)) return {};
    Node node;
    node.kind = kind;
    node.type = type;
    node.operands = {operand.node};
    return {std::make_shared<Node>(std::move(node)), position};
  }

  Part orPart() {
    Part left = andPart();
    while (error_.empty() && acceptWord("or")) left = joined(Kind::Or, left, andPart(), Type::Truth);
    return left;
  }

  Part andPart() {
    Part left = notPart();
    while (error_.empty() && acceptWord("and")) left = joined(Kind::And, left, notPart(), Type::Truth);
    return left;
  }

  Part notPart() {
    const std::size_t position = peek().position;
    if (!acceptWord("not")) return comparison();
    const Nested nested(*this);
    return nested.tooDeep ? Part{} : prefixed(Kind::Not, position, notPart(), Type::Truth);
  }

  Part comparison() {
    const Part left = sum();
    if (!error_.empty()) return {};
    if (acceptWord("in")) return listed(left);
    static constexpr std::pair<std::string_view, Node::Compare> kCompares[] = {
        {"==", Node::Compare::Equal},     {"!=", Node::Compare::NotEqual},
        {"<=", Node::Compare::LessEqual}, {">=", Node::Compare::GreaterEqual},
        {"<", Node::Compare::Less},       {">", Node::Compare::Greater}};
    for (const auto& [symbol, compare] : kCompares)
      if (acceptSymbol(symbol)) return compared(left, compare, sum());
    return left;
  }

  Part compared(const Part& left, Node::Compare compare, const Part& right) {
    if (left.node == nullptr || right.node == nullptr) return {};
    if (left.node->type == Type::Text) return comparedTexts(left, compare, right);
    Part part = joined(Kind::CompareNumber, left, right, Type::Number);
    return part.node == nullptr ? part : truthOf(*part.node, compare, left.position);
  }

  Part comparedTexts(const Part& left, Node::Compare compare, const Part& right) {
    if (!wanted(right, Type::Text)) return {};
    if (compare != Node::Compare::Equal && compare != Node::Compare::NotEqual)
      fail(left.position, "texts can only be compared by == and !=");
    const bool leftText = left.node->kind == Kind::Text;
    const bool rightText = right.node->kind == Kind::Text;
    if (leftText && rightText) fail(left.position, "two texts; a column was expected on one side");
    Node node;
    node.kind = leftText || rightText ? Kind::InTexts : Kind::CompareColumns;
    node.operands = {leftText ? right.node : left.node};
    if (leftText || rightText)
      node.texts = {leftText ? left.node->text : right.node->text};
    else
      node.operands.push_back(right.node);
    return truthOf(std::move(node), compare, left.position);
  }

  static Part truthOf(Node node, Node::Compare compare, std::size_t position) {
    node.type = Type::Truth;
    node.compare = compare;
    return {std::make_shared<Node>(std::move(node)), position};
  }

  Part listed(const Part& left) {
    if (left.node->type == Type::Truth) wanted(left, Type::Number);
    const bool text = left.node->type == Type::Text;
    if (text && left.node->kind != Kind::CategoryColumn)
      fail(left.position, "a column was expected before in");
    Node node;
    node.kind = text ? Kind::InTexts : Kind::InNumbers;
    node.type = Type::Truth;
    node.operands = {left.node};
    if (!expectSymbol("(")) return {};
    do {
      if (text)
        node.texts.push_back(literalText());
      else
        node.numbers.push_back(literalNumber());
    } while (error_.empty() && acceptSymbol(","));
    if (!error_.empty() || !expectSymbol(")")) return {};
    return {std::make_shared<Node>(std::move(node)), left.position};
  }

  std::string literalText() {
    if (peek().kind != Token::Kind::Text) fail(peek().position, "a text in quotes was expected");
    return take().text;
  }
  double literalNumber() {
    const double sign = acceptSymbol("-") ? -1 : 1;
    if (peek().kind != Token::Kind::Number) fail(peek().position, "a number was expected");
    return sign * take().number;
  }

  Part sum() {
    Part left = product();
    while (error_.empty()) {
      if (acceptSymbol("+"))
        left = joined(Kind::Add, left, product(), Type::Number);
      else if (acceptSymbol("-"))
        left = joined(Kind::Subtract, left, product(), Type::Number);
      else
        break;
    }
    return left;
  }

  Part product() {
    Part left = signedPart();
    while (error_.empty()) {
      if (acceptSymbol("*"))
        left = joined(Kind::Multiply, left, signedPart(), Type::Number);
      else if (acceptSymbol("/"))
        left = joined(Kind::Divide, left, signedPart(), Type::Number);
      else
        break;
    }
    return left;
  }

  Part signedPart() {
    const std::size_t position = peek().position;
    if (!acceptSymbol("-")) return primary();
    const Nested nested(*this);
    return nested.tooDeep ? Part{} : prefixed(Kind::Negate, position, signedPart(), Type::Number);
  }

  Part primary() {
    const Token& token = take();
    Node node;
    switch (token.kind) {
      case Token::Kind::Number:
        node.number = token.number;
        return {std::make_shared<Node>(std::move(node)), token.position};
      case Token::Kind::Text:
        node.kind = Kind::Text;
        node.type = Type::Text;
        node.text = token.text;
        return {std::make_shared<Node>(std::move(node)), token.position};
      case Token::Kind::Name:
        return columnPart(token);
      case Token::Kind::Word:
        if (token.text == "has") return hasPart(token.position);
        break;
      case Token::Kind::Symbol:
        if (token.text == "(") return nestedPart();
        break;
      case Token::Kind::End:
        break;
    }
    fail(token.position,
         "a column, a number or a text was expected" +
             (token.kind == Token::Kind::End ? ", here is the end" : ", not '" + token.text + "'"));
    return {};
  }

  Part nestedPart() {
    const Nested nested(*this);
    if (nested.tooDeep) return {};
    const Part inner = orPart();
    return error_.empty() && expectSymbol(")") ? inner : Part{};
  }

  Part columnPart(const Token& token) {
    const NamedColumn* found = findNamed(columns_, token.text);
    if (found == nullptr) {
      std::vector<std::string> names;
      for (const NamedColumn& named : columns_) names.push_back(named.name);
      fail(token.position, "there is no column '" + token.text + "'" + suggestion(token.text, names));
      return {};
    }
    Node node;
    node.column = static_cast<std::size_t>(found - columns_.data());
    const bool numeric = found->column->isNumeric();
    node.kind = numeric ? Kind::NumericColumn : Kind::CategoryColumn;
    node.type = numeric ? Type::Number : Type::Text;
    return {std::make_shared<Node>(std::move(node)), token.position};
  }

  Part hasPart(std::size_t position) {
    if (peek().kind != Token::Kind::Name) {
      fail(peek().position, "the name of a column was expected after has");
      return {};
    }
    const Part column = columnPart(take());
    if (column.node == nullptr) return {};
    Node node;
    node.kind = Kind::Has;
    node.type = Type::Truth;
    node.column = column.node->column;
    return {std::make_shared<Node>(std::move(node)), position};
  }

  /// Counts how deep the parser has called itself.
  struct Nested {
    explicit Nested(Parser& owner) : parser(owner), tooDeep(++owner.depth_ > kDeepest) {
      if (tooDeep) parser.fail(parser.peek().position, "this is nested too deeply");
    }
    ~Nested() { --parser.depth_; }
    Nested(const Nested&) = delete;
    Nested& operator=(const Nested&) = delete;
    Parser& parser;
    bool tooDeep;
  };

  const std::vector<Token>& tokens_;
  const std::vector<NamedColumn>& columns_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t parts_ = 0;
  std::string error_;
};

}  // namespace

std::variant<Expression, ExpressionFault> Expression::parse(std::string_view text,
                                                            const std::vector<NamedColumn>& columns) {
  if (text.size() > kLongest) return ExpressionFault{"the expression is longer than 100,000 characters"};
  const auto tokens = tokenize(text);
  if (const auto* error = std::get_if<ExpressionFault>(&tokens)) return *error;
  Parser parser(std::get<std::vector<Token>>(tokens), columns);
  NodePtr root = parser.parse();
  if (!parser.error().empty() || root == nullptr) return ExpressionFault{parser.error()};
  return Expression(std::move(root));
}

}  // namespace adit::analysis
