// Phases of mining out of nested shells: of even tonnage, and wide enough to work in.
#pragma once
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "geology/planning/shells.h"

namespace adit::planning {

using PhaseIndex = std::uint8_t;
inline constexpr PhaseIndex kNoPhase = std::numeric_limits<PhaseIndex>::max();

/// Cells of one bench that a disc of the width covers wherever it fits inside the bench (a morphological
/// opening). `inside` has one byte a cell, 0 outside; `nx` cells a row; sizes in the unit of the width.
struct BenchPlan {
  std::int64_t nx = 0, ny = 0;
  double sizeX = 1, sizeY = 1;
};
std::vector<std::uint8_t> openedBench(const std::vector<std::uint8_t>& inside, const BenchPlan& plan,
                                      double width);

struct Pushback {
  std::size_t shell = 0;  ///< that it ends with
  double factor = 1;      ///< of that shell
  double rock = 0, ore = 0, value = 0;
  double narrow = 0;  ///< tonnes on benches where this phase is narrower than the minimum width
};

struct Pushbacks {
  std::vector<PhaseIndex> phaseOfCell;  ///< kNoPhase outside the last shell
  std::vector<Pushback> phases;
  std::string fault;
};

struct PushbackQuestion {
  const PitGround& ground;
  const Precedence& precedence;
  const PitInputs& inputs;
  const NestedShells& shells;
  double metresPerUnit = 1;
};
/// The shells whose tonnages come nearest to even steps. What is too narrow in a phase is left to the next
/// one, with everything that waits for it, so that no phase needs ground of a later one; what stays narrow
/// after that (the last phase has no next one, and a wall is a wall) is counted, not hidden. Where three
/// tenths of a phase stay narrow there are fewer phases than were wanted.
Pushbacks pushbacks(const PushbackQuestion& question);

}  // namespace adit::planning
