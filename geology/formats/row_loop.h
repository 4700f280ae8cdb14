// Loops over the rows of large tables that stop when nobody wants the result any more.
#pragma once
#include <algorithm>
#include <cstddef>

#include "geology/model/progress.h"

namespace adit::formats {

/// Rows between two looks at whether the work is cancelled: a thousandth of a second.
constexpr std::size_t kRowsBetweenLooks = std::size_t{1} << 16;

/// Throws Cancelled; nullptr: nobody cancels.
inline void throwIfCancelled(const geology::Progress* progress) {
  if (progress != nullptr) progress->throwIfCancelled();
}

/// body(0) .. body(rows - 1).
template <typename Body>
void forEachRow(std::size_t rows, const geology::Progress* progress, Body&& body) {
  for (std::size_t begin = 0; begin < rows; begin += kRowsBetweenLooks) {
    throwIfCancelled(progress);
    const std::size_t end = std::min(rows, begin + kRowsBetweenLooks);
    for (std::size_t row = begin; row < end; ++row) body(row);
  }
}

}  // namespace adit::formats
