#include "geology/analysis/expression.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "geology/analysis/bit_words.h"
#include "geology/analysis/expression_node.h"
#include "geology/model/as_float.h"

namespace adit::analysis {
namespace {

using geology::asFloat;
using geology::BitMask;
using geology::Column;
using geology::NamedColumn;
using geology::slotOfElement;
using Node = Expression::Node;
using Kind = Node::Kind;
using Numbers = std::array<double, 64>;

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

/// Evaluates a tree for 64 rows at a time.
class Evaluator {
 public:
  Evaluator(const Node& root, const std::vector<NamedColumn>& columns) : columns_(columns) { prepare(root); }

  void moveTo(std::size_t first, std::size_t count) {
    first_ = first;
    count_ = count;
  }

  std::uint64_t truth(const Node& node) const {
    switch (node.kind) {
      case Kind::Or:
        return truth(*node.operands[0]) | truth(*node.operands[1]);
      case Kind::And:
        return truth(*node.operands[0]) & truth(*node.operands[1]);
      case Kind::Not:
        return ~truth(*node.operands[0]) & valid();
      case Kind::Has:
        return has(*columns_[node.column].column);
      case Kind::CompareNumber:
        return compareNumbers(node);
      case Kind::CompareColumns:
        return compareColumns(node);
      case Kind::InNumbers:
        return inNumbers(node);
      case Kind::InTexts:
        return inTexts(node);
      default:
        return 0;  // numbers and texts: the parser lets none through
    }
  }

 private:
  std::uint64_t valid() const { return count_ == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count_) - 1; }

  std::uint64_t has(const Column& column) const {
    if (!column.isNumeric()) {
      return column.codes.visit([this](auto elements) {
        const auto* codes = elements.data() + first_;
        return wordOf(count_, [codes](std::size_t i) { return slotOfElement(codes[i]) != 0; });
      });
    }
    const float* values = column.values.data() + first_;
    return wordOf(count_, [values](std::size_t i) { return !std::isnan(values[i]); });
  }

  void numbers(const Node& node, Numbers& out) const {
    if (node.kind == Kind::Number) {
      out.fill(node.number);
    } else if (node.kind == Kind::NumericColumn) {
      const float* values = columns_[node.column].column->values.data() + first_;
      for (std::size_t i = 0; i < count_; ++i) out[i] = static_cast<double>(values[i]);
    } else if (node.kind == Kind::Negate) {
      numbers(*node.operands[0], out);
      for (double& value : out) value = -value;
    } else {
      arithmetic(node, out);
    }
  }

  void arithmetic(const Node& node, Numbers& out) const {
    Numbers right{};
    numbers(*node.operands[0], out);
    numbers(*node.operands[1], right);
    for (std::size_t i = 0; i < count_; ++i) {
      switch (node.kind) {
        case Kind::Add:
          out[i] += right[i];
          break;
        case Kind::Subtract:
          out[i] -= right[i];
          break;
        case Kind::Multiply:
          out[i] *= right[i];
          break;
        default:
          out[i] = right[i] == 0 ? kNoNumber : out[i] / right[i];
      }
    }
  }

  std::uint64_t compareNumbers(const Node& node) const {
    Numbers left{}, right{};
    numbers(*node.operands[0], left);
    numbers(*node.operands[1], right);
    const auto compared = [&](auto compare) {
      return wordOf(count_, [&](std::size_t i) { return compare(asFloat(left[i]), asFloat(right[i])); });
    };
    switch (node.compare) {  // NaN, the missing value, makes all of these false
      case Node::Compare::Equal:
        return compared([](float a, float b) { return a == b; });
      case Node::Compare::NotEqual:
        return compared([](float a, float b) { return (a < b) | (a > b); });
      case Node::Compare::Less:
        return compared([](float a, float b) { return a < b; });
      case Node::Compare::LessEqual:
        return compared([](float a, float b) { return a <= b; });
      case Node::Compare::Greater:
        return compared([](float a, float b) { return a > b; });
      case Node::Compare::GreaterEqual:
        return compared([](float a, float b) { return a >= b; });
    }
    return 0;
  }

  std::uint64_t inNumbers(const Node& node) const {
    Numbers values{};
    numbers(*node.operands[0], values);
    std::uint64_t word = 0;
    for (const double number : node.numbers) {
      const float wanted = asFloat(number);
      word |= wordOf(count_, [&](std::size_t i) { return asFloat(values[i]) == wanted; });
    }
    return word;
  }

  std::uint64_t compareColumns(const Node& node) const {
    const Column& left = *columns_[node.operands[0]->column].column;
    const Column& right = *columns_[node.operands[1]->column].column;
    const bool wantEqual = node.compare == Node::Compare::Equal;
    return has(left) & has(right) & wordOf(count_, [&](std::size_t i) {
             return (left.category(first_ + i) == right.category(first_ + i)) == wantEqual;
           });
  }

  std::uint64_t inTexts(const Node& node) const {
    const std::uint8_t* accepted = accepted_.at(&node).data();
    return columns_[node.operands[0]->column].column->codes.visit([&](auto elements) {
      const auto* codes = elements.data() + first_;
      return wordOf(count_, [=](std::size_t i) { return accepted[slotOfElement(codes[i])] != 0; });
    });
  }

  /// For every comparison with texts a table by code + 1, so that no row compares letters.
  void prepare(const Node& node) {
    for (const auto& operand : node.operands) prepare(*operand);
    if (node.kind != Kind::InTexts) return;
    const auto& names = columns_[node.operands[0]->column].column->names;
    std::vector<std::uint8_t>& accepted = accepted_[&node];
    accepted.assign(names.size() + 1, 0);  // the first is the missing value
    for (std::size_t code = 0; code < names.size(); ++code) {
      const bool among = std::find(node.texts.begin(), node.texts.end(), names[code]) != node.texts.end();
      accepted[code + 1] = among == (node.compare == Node::Compare::Equal) ? 1 : 0;
    }
  }

  const std::vector<NamedColumn>& columns_;
  std::unordered_map<const Node*, std::vector<std::uint8_t>> accepted_;
  std::size_t first_ = 0;
  std::size_t count_ = 64;
};

void collectColumns(const Node& node, std::vector<std::size_t>& columns) {
  if (node.kind == Kind::Has || node.kind == Kind::NumericColumn || node.kind == Kind::CategoryColumn)
    columns.push_back(node.column);
  for (const auto& operand : node.operands) collectColumns(*operand, columns);
}

}  // namespace

geology::BitMask Expression::evaluate(const std::vector<NamedColumn>& columns, std::size_t rows) const {
  BitMask mask(rows);
  Evaluator evaluator(*root_, columns);
  for (std::size_t word = 0; word < mask.words().size(); ++word) {
    evaluator.moveTo(word * 64, std::min<std::size_t>(64, rows - word * 64));
    mask.words()[word] = evaluator.truth(*root_);
  }
  return mask;
}

std::vector<std::size_t> Expression::usedColumns() const {
  std::vector<std::size_t> columns;
  collectColumns(*root_, columns);
  std::sort(columns.begin(), columns.end());
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
  return columns;
}

}  // namespace adit::analysis
