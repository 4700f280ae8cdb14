#include "geology/planning/sink_rate.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace adit::planning {
namespace {

class Rims {
 public:
  Rims(const PitGround& ground, const Pushbacks& pushbacks)
      : lattice_(ground.model->lattice),
        phaseOfCell_(pushbacks.phaseOfCell),
        rock_(static_cast<std::size_t>(lattice_.cellCount())),
        top_(static_cast<std::size_t>(lattice_.count[0] * lattice_.count[1]), kNoRock) {
    for (std::size_t block = 0; block < ground.model->blockCount(); ++block) {
      if (!(ground.tonnes[block] > 0)) continue;
      const std::int64_t cell = ground.model->cellOf(block);
      rock_[static_cast<std::size_t>(cell)] = true;
      std::int64_t& top = top_[columnOf(cell)];
      top = std::max(top, heightOf(cell));
    }
  }

  double sinkingOf(PhaseIndex phase, const PhaseBench& bench) const {
    std::size_t sides = 0, closed = 0;
    for (const NodeIndex cell : bench.cells) {
      if (!rock_[cell]) continue;
      const auto at = lattice_.cellAt(static_cast<std::int64_t>(cell));
      for (const auto& [axis, step] : kSides) {
        if (lattice_.count[axis] == 1) continue;  // a model of one section has two sides
        auto next = at;
        next[axis] += step;
        const bool outside = next[axis] < 0 || next[axis] >= lattice_.count[axis];
        const std::int64_t other = outside ? -1 : lattice_.cellIndex(next[0], next[1], next[2]);
        if (!outside && goesOn(phase, other)) continue;
        ++sides;
        closed += outside || !isOpen(other) ? 1 : 0;
      }
    }
    return sides == 0 ? 0 : static_cast<double>(closed) / static_cast<double>(sides);
  }

 private:
  static constexpr std::int64_t kNoRock = std::numeric_limits<std::int64_t>::min();
  static constexpr std::array<std::pair<std::size_t, int>, 4> kSides{{{0, -1}, {0, 1}, {1, -1}, {1, 1}}};

  std::size_t columnOf(std::int64_t cell) const {
    return static_cast<std::size_t>(cell % (lattice_.count[0] * lattice_.count[1]));
  }
  /// Levels, counted upwards.
  std::int64_t heightOf(std::int64_t cell) const {
    const std::int64_t level = cell / (lattice_.count[0] * lattice_.count[1]);
    return lattice_.axis[2].z > 0 ? level : -level;
  }
  bool goesOn(PhaseIndex phase, std::int64_t cell) const {
    return rock_[static_cast<std::size_t>(cell)] && phaseOfCell_[static_cast<std::size_t>(cell)] == phase;
  }
  bool isOpen(std::int64_t cell) const {
    const std::int64_t top = top_[columnOf(cell)];
    return top != kNoRock && heightOf(cell) > top;
  }

  const geology::Lattice& lattice_;
  const std::vector<PhaseIndex>& phaseOfCell_;
  std::vector<bool> rock_;         ///< of each cell
  std::vector<std::int64_t> top_;  ///< of each column: the height of its highest rock
};

}  // namespace

void findSinking(const PitGround& ground, const Pushbacks& pushbacks, BenchOrder& order) {
  const Rims rims(ground, pushbacks);
  for (PhaseIndex phase = 0; phase < order.phases.size(); ++phase)
    for (PhaseBench& bench : order.phases[phase]) bench.sinking = rims.sinkingOf(phase, bench);
}

}  // namespace adit::planning
