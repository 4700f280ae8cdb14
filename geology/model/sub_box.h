// Which sub-block of a cell a point lies in: the one rule for it.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <span>

#include "geology/model/block_model.h"

namespace adit::geology {

/// `inside`: fractions 0..1 of the cell along its axes. The faces of a box belong to it.
inline bool holds(const SubBox& box, const std::array<double, 3>& inside) {
  for (std::size_t a = 0; a < 3; ++a)
    if (!(inside[a] >= static_cast<double>(box.min[a]) && inside[a] <= static_cast<double>(box.max[a])))
      return false;
  return true;
}

/// The first box that holds the point, so that a face between two belongs to one of them.
inline std::optional<std::size_t> firstHolding(std::span<const SubBox> boxes,
                                               const std::array<double, 3>& inside) {
  for (std::size_t i = 0; i < boxes.size(); ++i)
    if (holds(boxes[i], inside)) return i;
  return std::nullopt;
}

}  // namespace adit::geology
