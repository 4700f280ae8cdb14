// What a person may have meant: the nearest of the known words, for messages.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace adit::geology {

/// Number of letters to insert, delete, replace or swap (case ignored) to make `a` into `b`.
std::size_t editDistance(std::string_view a, std::string_view b);

/// The known word that begins like `word` or is at most a third of its letters away; empty when none is.
std::string nearestWord(std::string_view word, const std::vector<std::string>& known);

/// "; did you mean 'blocks'?", else "; known are 'a', 'b'" (at most eight), else "" when nothing is known.
std::string suggestion(std::string_view word, const std::vector<std::string>& known);

}  // namespace adit::geology
