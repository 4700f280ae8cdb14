// The filter expression: `cu_pct > 0.4 and (rock == "POR" or not zone in ("OX", "MIX"))`.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/column.h"
#include "viewer/state/command.h"

namespace adit::viewer {

/// Grammar: or, and, not, ( ), comparisons == != < <= > >=, `in (a, b)`, `has column`, arithmetic + - * /,
/// numbers, "texts", column names (in [brackets] when they hold blanks). A comparison with a missing value is
/// false on both sides: `not (cu > 1)` is true where cu is missing, `cu <= 1` is not.
class Expression {
 public:
  /// The error names the position and what was expected, and an unknown column the nearest known one.
  static OrError<Expression> parse(std::string_view text, const std::vector<geology::Column>& columns);
  /// One bit a row of the columns it was parsed for.
  geology::BitMask evaluate(const std::vector<geology::Column>& columns, std::size_t rows) const;

  struct Node;

 private:
  explicit Expression(std::shared_ptr<const Node> root) : root_(std::move(root)) {}
  std::shared_ptr<const Node> root_;
};

}  // namespace adit::viewer
