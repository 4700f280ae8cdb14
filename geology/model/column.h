// One attribute of many things: of blocks, intervals, collars, vertices or triangles.
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geology/model/code_array.h"

namespace adit::geology {

/// The four states of a value. A missing value is never a 0.
enum class ValueState : std::uint8_t {
  Measured,
  BelowDetection,    ///< the laboratory's limit is kept; the used value is half of it unless chosen otherwise
  NotSampled,        ///< empty cell, declared null
  NotRepresentable,  ///< there is a text that is no number ("LOST", "tr"); the text is in the diagnostics
};

enum class ColumnKind : std::uint8_t { Numeric, Category };

constexpr float kMissing = std::numeric_limits<float>::quiet_NaN();

/// Numeric: `values` has one float a row, NaN where there is no value.
/// Category: `codes` has one code a row into `names`, kNoCategory where there is none.
/// Exactly one of the two arrays is filled. Columns are filled by readers and then only read.
struct Column {
  std::string name;  ///< as in the file
  std::string unit;  ///< "%", "g/t", "ppm", "m"; empty = not stated
  ColumnKind kind = ColumnKind::Numeric;

  std::vector<float> values;
  CodeArray codes;
  std::vector<std::string> names;

  /// Empty: Measured where the value is a number, NotSampled elsewhere. Else one state a row.
  std::vector<ValueState> states;
  /// Empty unless a row is BelowDetection; then one float a row, the detection limit there, NaN elsewhere.
  std::vector<float> limits;

  std::size_t size() const { return kind == ColumnKind::Numeric ? values.size() : codes.size(); }
  bool isNumeric() const { return kind == ColumnKind::Numeric; }
  ValueState state(std::size_t row) const;
  bool hasValue(std::size_t row) const;
  /// The category's name, or "" where there is none. Category columns only.
  std::string_view category(std::size_t row) const;
};

Column numericColumn(std::string name, std::vector<float> values, std::string unit = {});
Column categoryColumn(std::string name, const std::vector<std::string>& texts);

/// Smallest and largest finite value; {NaN, NaN} when there is none. Numeric columns only.
std::pair<float, float> valueRange(const Column& column);

/// The column of that name (exact, else ignoring case), or nullptr.
const Column* findColumn(const std::vector<Column>& columns, std::string_view name);

}  // namespace adit::geology
