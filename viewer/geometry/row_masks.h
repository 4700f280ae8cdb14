// Masks of rows by their values, 64 rows at a time and on all cores.
#pragma once
#include <algorithm>
#include <set>
#include <string>

#include "geology/analysis/parallel_for.h"
#include "geology/model/bit_mask.h"
#include "geology/model/column.h"

namespace adit::viewer {

/// The mask whose word w is wordAt(first row, number of rows) of its 64 rows.
template <typename WordAt>
geology::BitMask maskByWords(std::size_t rows, const WordAt& wordAt) {
  constexpr std::size_t kWordsAtOnce = 4096;  // 262,144 rows: smaller tables stay on one thread
  geology::BitMask mask(rows);
  std::uint64_t* words = mask.words().data();
  const geology::Progress neverCancelled;
  analysis::parallelFor({.count = mask.words().size(), .grain = kWordsAtOnce, .threads = 0}, neverCancelled,
                        [&](analysis::ParallelRange range) {
                          for (std::size_t w = range.begin; w < range.end; ++w)
                            words[w] = wordAt(w * 64, std::min<std::size_t>(64, rows - w * 64));
                        });
  return mask;
}

geology::BitMask rowsBelow(const geology::Column& column, double lo);
geology::BitMask rowsAbove(const geology::Column& column, double hi);
/// Rows without a value.
geology::BitMask rowsWithoutValue(const geology::Column& column);
/// Rows of these categories; "" is the rows without one.
geology::BitMask rowsOfCategories(const geology::Column& column, const std::set<std::string>& names);

}  // namespace adit::viewer
