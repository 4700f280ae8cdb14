// Masks of rows by their values, 64 rows at a time and on all cores.
#pragma once
#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/column.h"
#include "geology/model/parallel_for.h"
#include "viewer/geometry/column_bounds.h"

namespace adit::viewer {

/// Rows begin <= r < end.
struct RowRange {
  std::size_t begin = 0, end = 0;
};

/// A mask made in ranges that begin at a word each, so that no two cores write the same word: fill(mask,
/// rows) sets those bits of `rows` that are to be set; all are clear before.
template <typename Fill>
geology::BitMask maskByRanges(std::size_t rows, const Fill& fill) {
  constexpr std::size_t kWordsAtOnce = 4096;  // 262,144 rows: smaller tables stay on one thread
  geology::BitMask mask(rows);
  const geology::Progress neverCancelled;
  geology::parallelFor({.count = mask.words().size(), .grain = kWordsAtOnce}, neverCancelled,
                       [&](geology::ParallelRange words) {
                         fill(mask, RowRange{words.begin * 64, std::min(rows, words.end * 64)});
                       });
  return mask;
}

/// The mask whose word w is wordAt(first row, number of rows) of its 64 rows.
template <typename WordAt>
geology::BitMask maskByWords(std::size_t rows, const WordAt& wordAt) {
  return maskByRanges(rows, [&](geology::BitMask& mask, RowRange range) {
    std::uint64_t* words = mask.words().data();
    for (std::size_t row = range.begin; row < range.end; row += 64)
      words[row / 64] = wordAt(row, std::min<std::size_t>(64, range.end - row));
  });
}

/// Sets the bits begin .. end, whole words at a time.
void setRange(geology::BitMask& mask, RowRange rows);

/// With the bounds of the column, only the stretches that the limit divides are read.
geology::BitMask rowsBelow(const geology::Column& column, double lo, const ColumnBounds* bounds = nullptr);
geology::BitMask rowsAbove(const geology::Column& column, double hi, const ColumnBounds* bounds = nullptr);
/// Rows without a value.
geology::BitMask rowsWithoutValue(const geology::Column& column, const ColumnBounds* bounds = nullptr);
/// Rows whose code is wanted: wanted[code + 1] != 0, wanted[0] for those without a category.
geology::BitMask rowsOfCodes(const geology::Column& column, const std::vector<std::uint8_t>& wanted);
/// Rows of these categories; "" is the rows without one.
geology::BitMask rowsOfCategories(const geology::Column& column, const std::set<std::string>& names);

/// How many rows are set in both masks, which are equally long.
std::size_t countBoth(const geology::BitMask& a, const geology::BitMask& b);

}  // namespace adit::viewer
