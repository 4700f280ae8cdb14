#include "geology/planning/shells.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "geology/planning/plan_from_column.h"

namespace adit::planning {
namespace {

std::string factorText(double factor) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", factor);
  return text;
}

GroundPiece pieceOf(const GroundSum& sum) {
  return {sum.rock, sum.ore, sum.value};
}

/// Shell after shell, each from the top down.
std::vector<GroundPiece> bestOrder(const NestedShells& shells, std::size_t last,
                                   const std::vector<std::size_t>& levels) {
  std::vector<GroundPiece> pieces;
  for (std::size_t shell = 0; shell <= last; ++shell)
    for (const std::size_t level : levels) pieces.push_back(pieceOf(shells.benches[shell][level]));
  return pieces;
}

/// The whole shell from the top down.
std::vector<GroundPiece> worstOrder(const NestedShells& shells, std::size_t last,
                                    const std::vector<std::size_t>& levels) {
  std::vector<GroundPiece> pieces;
  for (const std::size_t level : levels) {
    GroundPiece piece;
    for (std::size_t shell = 0; shell <= last; ++shell) {
      const GroundSum& sum = shells.benches[shell][level];
      piece = {piece.rock + sum.rock, piece.ore + sum.ore, piece.value + sum.value};
    }
    pieces.push_back(piece);
  }
  return pieces;
}

void addPresentValues(NestedShells& shells, const PitInputs& inputs, const geology::Lattice& lattice) {
  const ScheduleInputs& rates = inputs.schedule;
  if (!(rates.mineCapacity > 0) || !(rates.millCapacity > 0)) return;
  const std::vector<std::size_t> levels = levelsDown(lattice);
  for (std::size_t shell = 0; shell < shells.rows.size(); ++shell) {
    const auto value = [&](const std::vector<GroundPiece>& pieces) {
      return presentValue(cashFlowOf(pieces, rates), inputs.discounting, rates.periodYears);
    };
    const std::vector<GroundPiece> best = bestOrder(shells, shell, levels);
    ShellRow& row = shells.rows[shell];
    double periods = 0;
    for (const GroundPiece& piece : best)
      periods += std::max(piece.rock / rates.mineCapacity, piece.ore / rates.millCapacity);
    row.periods = periods;
    // A slip in a capacity must not ask for a cash flow of a thousand million periods.
    if (periods > static_cast<double>(kMostPeriods)) continue;
    row.bestCase = value(best);
    row.worstCase = value(worstOrder(shells, shell, levels));
  }
}

/// Sums over all levels and all shells up to each one.
void addRows(NestedShells& shells, const std::vector<double>& factors, std::size_t metals) {
  GroundSum sum;
  sum.metal.resize(metals);
  for (std::size_t shell = 0; shell < factors.size(); ++shell) {
    for (const GroundSum& bench : shells.benches[shell]) sum += bench;
    ShellRow row{.factor = factors[shell],
                 .blocks = sum.blocks,
                 .ore = sum.ore,
                 .waste = sum.rock - sum.ore,
                 .grade = {},
                 .value = sum.value,
                 .bestCase = {},
                 .worstCase = {},
                 .periods = {}};
    for (const double metal : sum.metal) row.grade.push_back(metal / sum.ore);  // NaN without ore
    shells.rows.push_back(std::move(row));
  }
}

}  // namespace

GroundSum& GroundSum::operator+=(const GroundSum& other) {
  blocks += other.blocks;
  rock += other.rock;
  ore += other.ore;
  value += other.value;
  metal.resize(std::max(metal.size(), other.metal.size()));
  for (std::size_t m = 0; m < other.metal.size(); ++m) metal[m] += other.metal[m];
  return *this;
}

std::vector<std::size_t> levelsDown(const geology::Lattice& lattice) {
  std::vector<std::size_t> levels(static_cast<std::size_t>(lattice.count[2]));
  for (std::size_t k = 0; k < levels.size(); ++k)
    levels[k] = lattice.axis[2].z > 0 ? levels.size() - 1 - k : k;
  return levels;
}

std::vector<std::vector<GroundSum>> sumsByBench(const PitGround& ground,
                                                const std::vector<std::uint8_t>& groupOfCell,
                                                std::size_t groups, std::uint8_t none) {
  GroundSum empty;
  empty.metal.resize(ground.grades.size());
  std::vector<std::vector<GroundSum>> sums(
      groups, std::vector<GroundSum>(static_cast<std::size_t>(ground.model->lattice.count[2]), empty));
  for (std::size_t b = 0; b < ground.model->blockCount(); ++b) {
    const std::uint8_t group = groupOfCell[static_cast<std::size_t>(ground.model->cellOf(b))];
    if (group == none) continue;
    GroundSum& sum = sums[group][ground.levelOf(b)];
    const auto tonnes = static_cast<double>(ground.tonnes[b]);
    ++sum.blocks;
    sum.rock += tonnes;
    sum.value += ground.value(b);
    if (!ground.isOre(b)) continue;
    sum.ore += tonnes;
    for (std::size_t m = 0; m < ground.grades.size(); ++m) {
      const float grade = ground.grades[m]->values[b];
      if (std::isfinite(grade)) sum.metal[m] += tonnes * static_cast<double>(grade);
    }
  }
  return sums;
}

NestedShells nestedShells(const ShellQuestion& question, geology::Progress& progress) {
  NestedShells shells;
  const PitGround& ground = question.ground;
  const std::vector<double> factors =
      ground.given.empty() ? question.inputs.revenueFactors : std::vector<double>{1};
  shells.scale = valueScale(ground, factors.back());
  shells.shellOfCell.assign(static_cast<std::size_t>(ground.model->lattice.cellCount()), kNoShell);
  geology::BitMask before(shells.shellOfCell.size());
  for (std::size_t shell = 0; shell < factors.size(); ++shell) {
    progress.report(static_cast<double>(shell) / static_cast<double>(factors.size()), "pit shells");
    const std::vector<std::int64_t> values = cellValues(ground, factors[shell], shells.scale);
    geology::Progress inner;  // its fractions are not those of the whole; cancelling is heard between shells
    Closure closure =
        std::visit([&](const auto& precedence) { return largestClosure(precedence, values, inner); },
                   question.precedence);
    progress.throwIfCancelled();
    if (!closure.fault.empty()) {
      shells.fault = "the shell of revenue factor " + factorText(factors[shell]) + ": " + closure.fault;
      return shells;
    }
    geology::BitMask lost = before;
    if (lost.subtract(closure.nodes).count() > 0) {
      shells.fault = "the shell of revenue factor " + factorText(factors[shell]) +
                     " does not hold the one before it: shells have to nest";
      return shells;
    }
    for (std::size_t cell = 0; cell < shells.shellOfCell.size(); ++cell)
      if (closure.nodes.test(cell) && shells.shellOfCell[cell] == kNoShell)
        shells.shellOfCell[cell] = static_cast<ShellIndex>(shell);
    before = std::move(closure.nodes);
  }
  shells.benches = sumsByBench(ground, shells.shellOfCell, factors.size());
  addRows(shells, factors, ground.grades.size());
  addPresentValues(shells, question.inputs, ground.model->lattice);
  return shells;
}

}  // namespace adit::planning
