// What the cells of one column are, counted over the whole table, before anything is decided about them.
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "geology/formats/distinct_values.h"
#include "geology/formats/table_cell.h"

namespace adit::formats {

/// Numbers and words that a person has declared to mean "no value".
struct DeclaredNulls {
  std::vector<double> numbers;
  std::vector<std::string> words;

  bool contains(double value) const;
  bool contains(std::string_view word) const;
};
/// From the text of a choice, separated by blanks, commas or semicolons: "-99 NA". "none" declares nothing.
DeclaredNulls parseDeclaredNulls(std::string_view text);

/// Numbers that many programs write for "no value" (-9966699: SGeMS; 1e21: the upper trimming limit of
/// GSLIB); whether one does in a column depends on its other values.
constexpr std::array<double, 14> kSentinels{-99,  -999, -9999, -99999, -999999, -9966699, -9999999,
                                            1e21, 1e30, 1e31,  1e32,   -1e30,   -1e31,    -1e32};

class ColumnProfile {
 public:
  struct Count {
    std::size_t count = 0;
    std::size_t line = 0;  ///< of the first
    void add(std::size_t atLine) {
      if (count++ == 0) line = atLine;
    }
    void append(const Count& later) {
      if (count == 0) line = later.line;
      count += later.count;
    }
  };

  /// `declared` replaces the guess about sentinels and null words; nullptr = guess.
  explicit ColumnProfile(const DeclaredNulls* declared = nullptr) : declared_(declared) {}
  void add(std::string_view text, const TableCell& cell, std::size_t line) {
    ++rows;
    // The numbers that say nothing but themselves.
    if (declared_ == nullptr && cell.kind == CellKind::Number && cell.value >= 0 &&
        cell.value < kSmallestSentinel)
      addValue(cell.value, line);
    else
      addOther(text, cell, line);
  }
  /// Counts what the profile of later rows has counted.
  void append(const ColumnProfile& later);

  std::size_t rows = 0;
  Count numbers;  ///< without sentinels and declared nulls
  Count nullWords, belowDetection, overLimit, texts, negatives;
  std::array<Count, kSentinels.size()> sentinels;
  double min = std::numeric_limits<double>::infinity();
  double max = -std::numeric_limits<double>::infinity();
  bool allIntegers = true;
  DistinctValues distinctIntegers;   ///< while all are integers; kDistinct + 1 at most: then there are more
  DistinctValues distinctNegatives;  ///< kDistinct + 1 at most: then there are more
  double highestNegative = -std::numeric_limits<double>::infinity();
  std::vector<std::string> exampleTexts;  ///< a few different ones
  static constexpr std::size_t kDistinct = 64;

  bool empty() const { return numericCells() + nullWords.count + texts.count == 0; }
  /// Every cell that is some number.
  std::size_t numericCells() const;
  /// The sentinels that stand so far below (or above) every other value of the column that they are none.
  std::vector<double> clearSentinels() const;

 private:
  /// No positive sentinel is smaller.
  static constexpr double kSmallestSentinel = 1e21;

  void addOther(std::string_view text, const TableCell& cell, std::size_t line);
  void addNumber(double value, std::size_t line);
  void addValue(double value, std::size_t line) {
    numbers.add(line);
    min = std::min(min, value);
    max = std::max(max, value);
    if (allIntegers) countInteger(value);
  }
  void countInteger(double value);
  void addNegative(double value);
  void addExample(std::string_view text);
  const DeclaredNulls* declared_;
};

}  // namespace adit::formats
