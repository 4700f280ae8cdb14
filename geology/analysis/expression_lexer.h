// A filter expression cut into tokens.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geology/analysis/expression.h"

namespace adit::analysis {

struct Token {
  enum class Kind { Number, Text, Name, Word, Symbol, End };
  Kind kind = Kind::End;
  std::string text;  ///< without quotes and brackets; Word: and, or, not, in, has, in lower case
  double number = 0;
  std::size_t position = 1;  ///< of its first character, counted from 1
};

/// The tokens, with an End token last.
std::variant<std::vector<Token>, ExpressionFault> tokenize(std::string_view text);

}  // namespace adit::analysis
