// The ultimate pit as a maximum closure: of all sets of blocks that can be mined (each with everything above
// it in its cone) the one of the highest value, and of those of equal value the smallest (Lerchs and
// Grossmann 1965; Picard 1976).
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/progress.h"
#include "geology/planning/precedence.h"

namespace adit::planning {

/// Pseudoflow: Hochbaum's (2008), arcs of a cone are never stored; for any size. The other two are Boost's
/// maximum flows on Picard's graph, some twenty times the memory: an independent answer for tests.
enum class ClosureSolver : std::uint8_t { Pseudoflow, BoykovKolmogorov, PushRelabel };

struct Closure {
  geology::BitMask nodes;      ///< the smallest closure of the highest value
  std::int64_t value = 0;      ///< their sum
  std::int64_t positives = 0;  ///< sum of all values above 0
  std::int64_t flow = 0;       ///< the maximum flow; value = positives - flow
  /// Not empty: this is no answer, and why. Every answer is checked before it leaves: it is closed, and
  /// value = positives - flow, which no set that is not optimal can have.
  std::string fault;
};

/// One value a node. Sums of values have to stay below 4.6e18. Throws geology::Cancelled.
Closure largestClosure(const GridPrecedence& precedence, std::span<const std::int64_t> values,
                       geology::Progress& progress, ClosureSolver solver = ClosureSolver::Pseudoflow);
Closure largestClosure(const ListPrecedence& precedence, std::span<const std::int64_t> values,
                       geology::Progress& progress, ClosureSolver solver = ClosureSolver::Pseudoflow);

/// "" or what is wrong: a node without its predecessor, or the identity of value and flow.
std::string faultOf(const GridPrecedence& precedence, std::span<const std::int64_t> values,
                    const Closure& closure);
std::string faultOf(const ListPrecedence& precedence, std::span<const std::int64_t> values,
                    const Closure& closure);

}  // namespace adit::planning
