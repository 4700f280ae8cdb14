// Nested pit shells over revenue factors, and what each is worth.
#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "geology/model/progress.h"
#include "geology/planning/closure.h"
#include "geology/planning/pit_ground.h"
#include "geology/planning/present_value.h"

namespace adit::planning {

/// Nodes are the cells of the model's lattice in both.
using Precedence = std::variant<GridPrecedence, ListPrecedence>;

using ShellIndex = std::uint8_t;
inline constexpr ShellIndex kNoShell = std::numeric_limits<ShellIndex>::max();
inline constexpr std::size_t kMostShells = 200;

/// One bench of what a shell adds to the one before it.
struct GroundSum {
  std::size_t blocks = 0;
  double rock = 0;            ///< tonnes of every kind
  double ore = 0;             ///< tonnes of it that are worth milling at a revenue factor of 1
  double value = 0;           ///< at a revenue factor of 1, undiscounted
  std::vector<double> metal;  ///< of each metal: grade x tonnes of ore

  GroundSum& operator+=(const GroundSum& other);
};

/// Of everything inside one shell.
struct ShellRow {
  double factor = 1;
  std::size_t blocks = 0;
  double ore = 0, waste = 0;        ///< tonnes
  std::vector<double> grade;        ///< mean of the ore, one a metal; NaN without ore
  double value = 0;                 ///< undiscounted, at a revenue factor of 1
  std::optional<double> bestCase;   ///< net present value, shell after shell; none without capacities or in
                                    ///< more than kMostPeriods
  std::optional<double> worstCase;  ///< the whole shell bench by bench
  std::optional<double> periods;    ///< how long mining takes
  /// Tonnes of waste for a tonne of ore; nothing without ore.
  std::optional<double> stripRatio() const { return ore > 0 ? std::optional(waste / ore) : std::nullopt; }
};

struct NestedShells {
  std::vector<ShellIndex> shellOfCell;          ///< the smallest that holds it; kNoShell
  std::vector<ShellRow> rows;                   ///< one a factor, rising; an empty shell has a row of zeros
  std::vector<std::vector<GroundSum>> benches;  ///< [shell][level]: what the shell adds on that level
  double scale = 1;                             ///< of the optimiser's whole numbers
  std::string fault;                            ///< not empty: no result, and why
};

struct ShellQuestion {
  const PitGround& ground;
  const Precedence& precedence;
  const PitInputs& inputs;
};
/// One closure a factor. Every one is checked, and each has to hold the one before it: with values that do
/// not fall as the factor rises smallest closures nest, so a break is a fault and not smoothed over. With
/// values that were given there is one shell, at a factor of 1. Throws geology::Cancelled.
NestedShells nestedShells(const ShellQuestion& question, geology::Progress& progress);

/// Blocks, tonnes, value of every bench, grouped by a number of each cell; cells with `none` are left out.
std::vector<std::vector<GroundSum>> sumsByBench(const PitGround& ground,
                                                const std::vector<std::uint8_t>& groupOfCell,
                                                std::size_t groups, std::uint8_t none = kNoShell);

/// Levels of the lattice from the surface down.
std::vector<std::size_t> levelsDown(const geology::Lattice& lattice);

}  // namespace adit::planning
