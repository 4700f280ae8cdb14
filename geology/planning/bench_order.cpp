#include "geology/planning/bench_order.h"

#include <algorithm>

namespace adit::planning {
namespace {

class BenchMaker {
 public:
  BenchMaker(const geology::Lattice& lattice, const Pushbacks& pushbacks)
      : lattice_(lattice), pushbacks_(pushbacks) {}

  template <class P>
  BenchOrder make(const P& precedence) {
    order_.phases.resize(pushbacks_.phases.size());
    const std::vector<NodeIndex> cells = miningOrder(precedence);
    if (cells.size() != precedence.size()) {
      order_.fault = "blocks wait for each other in a circle";
      return std::move(order_);
    }
    placeBenches();
    for (const NodeIndex cell : cells) {
      const PhaseIndex phase = pushbacks_.phaseOfCell[cell];
      if (phase != kNoPhase) order_.phases[phase][benchAt(phase, cell)].cells.push_back(cell);
    }
    for (PhaseIndex phase = 0; phase < order_.phases.size(); ++phase)
      for (std::size_t bench = 0; bench < order_.phases[phase].size(); ++bench)
        findNeeds(precedence, phase, bench);
    return std::move(order_);
  }

 private:
  std::size_t levelOf(NodeIndex cell) const {
    return cell / static_cast<std::size_t>(lattice_.count[0] * lattice_.count[1]);
  }
  std::size_t benchAt(PhaseIndex phase, NodeIndex cell) const { return benchOf_[phase][levelOf(cell)]; }

  void placeBenches() {
    const std::vector<std::size_t> down = levelsDown(lattice_);
    std::vector<std::vector<char>> used(order_.phases.size(), std::vector<char>(down.size()));
    for (NodeIndex cell = 0; cell < pushbacks_.phaseOfCell.size(); ++cell)
      if (const PhaseIndex phase = pushbacks_.phaseOfCell[cell]; phase != kNoPhase)
        used[phase][levelOf(cell)] = 1;
    benchOf_.assign(order_.phases.size(), std::vector<std::size_t>(down.size()));
    for (std::size_t phase = 0; phase < order_.phases.size(); ++phase)
      for (const std::size_t level : down) {
        if (used[phase][level] == 0) continue;
        benchOf_[phase][level] = order_.phases[phase].size();
        order_.phases[phase].push_back({level, {}, std::vector<std::size_t>(order_.phases.size())});
      }
  }

  template <class P>
  void findNeeds(const P& precedence, PhaseIndex phase, std::size_t bench) {
    PhaseBench& unit = order_.phases[phase][bench];
    for (const NodeIndex cell : unit.cells)
      precedence.visit(cell, 0, [&](NodeIndex predecessor, std::size_t) {
        const PhaseIndex other = pushbacks_.phaseOfCell[predecessor];
        if (other == kNoPhase) {
          order_.fault = "a block of a phase waits for one that no phase mines";
          return false;
        }
        const std::size_t at = benchAt(other, predecessor);
        if (other == phase && at == bench) return false;  // within the bench, the order of cells sees to it
        if (other == phase && at > bench) order_.fault = "a bench waits for one below it";
        unit.needs[other] = std::max(unit.needs[other], at + 1);
        return false;
      });
  }

  const geology::Lattice& lattice_;
  const Pushbacks& pushbacks_;
  BenchOrder order_;
  std::vector<std::vector<std::size_t>> benchOf_;  ///< [phase][level]
};

}  // namespace

BenchOrder benchOrder(const geology::Lattice& lattice, const Precedence& precedence,
                      const Pushbacks& pushbacks) {
  BenchMaker maker(lattice, pushbacks);
  return std::visit([&](const auto& p) { return maker.make(p); }, precedence);
}

}  // namespace adit::planning
