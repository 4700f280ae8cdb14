// Picard's graph in Boost: source to ore with the block's value, waste to sink with its cost, arcs of
// precedence without limit. The smallest closure is what the source still reaches when the flow is largest.
#pragma once
#include <cstdint>
#include <span>

#include "geology/model/bit_mask.h"
#include "geology/planning/precedence.h"

namespace adit::planning {

struct BoostCut {
  geology::BitMask source;
  std::int64_t flow = 0;
};

/// Only blocks that some ore waits for are part of the graph. Values as largestClosure has checked them.
BoostCut boostCut(const GridPrecedence& precedence, std::span<const std::int64_t> values, bool pushRelabel);
BoostCut boostCut(const ListPrecedence& precedence, std::span<const std::int64_t> values, bool pushRelabel);

}  // namespace adit::planning
