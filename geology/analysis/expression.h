// The filter expression: `cu_pct > 0.4 and (rock == "POR" or not zone in ("OX", "MIX"))`.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/named_column.h"

namespace adit::analysis {

/// Why a text is no expression.
struct ExpressionFault {
  std::string message;
};

/// Grammar: or, and, not, ( ), comparisons == != < <= > >=, `in (a, b)`, `not in`, `has column`, arithmetic
/// + - * /, numbers, 'texts' or "texts", column names (in [brackets] when they hold blanks or look like
/// another word; addresses such as assay.Cu). Words ignore case, texts do not. A comparison with a missing
/// value is false on both sides: `not (cu > 1)` is true where cu is missing, `cu <= 1` is not; `!=` is a
/// comparison too. A division by zero gives a missing value.
class Expression {
 public:
  struct Node;

  /// The error names the position and what was expected, and an unknown column the nearest known one.
  static std::variant<Expression, ExpressionFault> parse(std::string_view text,
                                                         const std::vector<geology::NamedColumn>& columns);
  /// One bit a row of the columns it was parsed for, which have `rows` rows each.
  geology::BitMask evaluate(const std::vector<geology::NamedColumn>& columns, std::size_t rows) const;
  /// Indices into the columns it was parsed for of those it looks at; rising.
  std::vector<std::size_t> usedColumns() const;

 private:
  explicit Expression(std::shared_ptr<const Node> root) : root_(std::move(root)) {}
  std::shared_ptr<const Node> root_;
};

}  // namespace adit::analysis
