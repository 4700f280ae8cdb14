// Bounds of a column over stretches of rows, so that a question passes over what it cannot divide.
#pragma once
#include <cstdint>
#include <vector>

#include "geology/model/column.h"

namespace adit::viewer {

/// For every kRows rows of a numeric column the smallest and the largest value and whether there is a row
/// without one: 9 bytes for 4 kB. Ground below a cut-off lies together, so that most stretches are wholly
/// below it or wholly not, and a threshold on ten million blocks reads a fraction of them.
class ColumnBounds {
 public:
  static constexpr std::size_t kRows = 1024;
  /// How many rows of a stretch fulfil a question.
  enum class Answer { None, Some, All };

  explicit ColumnBounds(const geology::Column& column);

  Answer below(std::size_t stretch, float limit) const {
    if (!(smallest_[stretch] < limit)) return Answer::None;
    return largest_[stretch] < limit && missing_[stretch] == 0 ? Answer::All : Answer::Some;
  }
  Answer above(std::size_t stretch, float limit) const {
    if (!(largest_[stretch] > limit)) return Answer::None;
    return smallest_[stretch] > limit && missing_[stretch] == 0 ? Answer::All : Answer::Some;
  }
  Answer withoutValue(std::size_t stretch) const {
    return missing_[stretch] == 0 ? Answer::None : Answer::Some;
  }

 private:
  std::vector<float> smallest_, largest_;  ///< +infinity and -infinity where no row has a value
  std::vector<std::uint8_t> missing_;
};

}  // namespace adit::viewer
