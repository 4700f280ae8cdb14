// A column of known length, filled by several threads: each has its own stretch of rows.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "geology/formats/column_builder.h"
#include "geology/formats/table_chunks.h"

namespace adit::formats {

/// The values of all rows, to be filled. Codes have no room of their own: how wide they are is known when all
/// rows are read, and one byte a row is soon copied.
struct ColumnRoom {
  ColumnPlan plan;
  std::vector<float> values;
};
ColumnRoom columnRoom(ColumnPlan plan, std::size_t rows);

/// The rows of one chunk of a column.
class ColumnStretch {
 public:
  /// From that row of the room on; the room stays where it is.
  ColumnStretch(ColumnRoom& room, std::size_t firstRow);

  void add(std::string_view text, const TableCell& cell) {
    if (plan_->kind == geology::ColumnKind::Category) {
      codes_.push_back(categories_.codeOf(text, *plan_));
      ++rows_;
      return;
    }
    const CellValue value = valueOf(text, cell, *plan_);
    states_.add(cell, value, {values_, rows_});
    values_[rows_++] = value.used;
  }

  std::size_t rows() const { return rows_; }
  const RowStates& states() const { return states_; }
  const CategoryCodes& categories() const { return categories_; }
  /// One a row, into its own categories; none of a column of numbers.
  const geology::CodeArray& codes() const { return codes_; }

 private:
  const ColumnPlan* plan_;
  float* values_ = nullptr;
  std::size_t rows_ = 0;
  geology::CodeArray codes_;
  RowStates states_;
  CategoryCodes categories_;
};

/// Joins the stretches of a column in the order of the file, so that the result is the one of a single
/// stretch over all rows: the same codes for the same categories, and no gaps where a chunk had fewer rows
/// than lines.
geology::Column joinStretches(ColumnRoom room, const std::vector<ColumnStretch>& stretches,
                              const TableChunks& chunks, const Dialect& dialect);

/// Moves the rows of every chunk down over the gap below it. `rowsOf(i)` are the rows of chunk i.
template <typename T, typename RowsOf>
void closeGaps(std::vector<T>& values, const std::vector<TableChunk>& chunks, RowsOf&& rowsOf) {
  if (values.empty()) return;
  std::size_t end = 0;
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    const std::size_t rows = rowsOf(i);
    T* const first = values.data() + chunks[i].firstRow;
    if (chunks[i].firstRow != end) std::copy(first, first + rows, values.data() + end);
    end += rows;
  }
  values.resize(end);
}

}  // namespace adit::formats
