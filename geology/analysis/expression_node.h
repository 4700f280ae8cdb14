// The tree of a filter expression. Every node gives a truth, a number or a text for each row.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "geology/analysis/expression.h"

namespace adit::analysis {

struct Expression::Node {
  enum class Kind {
    Or,
    And,
    Not,
    Has,             ///< the column has a value
    CompareNumber,   ///< two numbers
    CompareColumns,  ///< two category columns; == and != only
    InNumbers,       ///< a number among `numbers`
    InTexts,         ///< a category column among `texts` (compare Equal) or with another text (NotEqual)
    Number,
    NumericColumn,
    Text,
    CategoryColumn,
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
  };
  enum class Type { Truth, Number, Text };
  enum class Compare { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };

  Kind kind = Kind::Number;
  Type type = Type::Number;
  Compare compare = Compare::Equal;
  std::size_t column = 0;  ///< index into the columns of the parser
  double number = 0;
  std::string text;
  std::vector<double> numbers;
  std::vector<std::string> texts;
  std::vector<std::shared_ptr<const Node>> operands;
};

}  // namespace adit::analysis
