// What every block is worth: tonnes, what its metal brings, what it costs.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/block_model.h"
#include "geology/model/diagnostic.h"
#include "geology/model/terrain.h"
#include "geology/planning/pit_inputs.h"

namespace adit::planning {

/// Money for a tonne of rock at a grade of 1: recovery x (price, selling cost), brought to the grade's unit.
struct MetalFactor {
  double revenue = 0, selling = 0;
};
/// Or why it cannot be said. `columnUnit` is that of the grade column; the terms' own unit goes before it.
struct MetalFactorAnswer {
  MetalFactor factor;
  std::string fault;
};
MetalFactorAnswer metalFactor(const MetalTerms& terms, const std::string& columnUnit);

/// In the grade's unit, of a plan with one metal. Marginal: ore pays for its processing, g = Cp / (R(P - S));
/// break-even: for its mining too, at the reference level.
struct CutOffs {
  double marginal = 0, breakEven = 0;
};
CutOffs cutOffs(const PitInputs& inputs, const MetalFactor& factor);

/// V = T max(revenue - selling - processing, 0) - T mining(depth), per tonne and with T in tonnes (Lane 1988;
/// Hustrulid, Kuchta and Martin 2013). Per block unless said otherwise. The model outlives it.
struct PitGround {
  const geology::BlockModel* model = nullptr;
  std::vector<const geology::Column*> grades;  ///< of PitInputs::metals
  std::vector<float> tonnes;                   ///< 0 of air
  std::vector<float> revenue, selling;         ///< a tonne, at a revenue factor of 1; empty with `given`
  std::vector<float> given;                    ///< the value itself, where a column holds it; else empty
  geology::BitMask mayBeOre;
  std::vector<double> miningCost;  ///< a tonne, by level (third index of the lattice)
  double processingCost = 0;

  std::size_t levelOf(std::size_t block) const {
    const auto& count = model->lattice.count;
    return static_cast<std::size_t>(model->cellOf(block) / (count[0] * count[1]));
  }
  /// A tonne milled, before mining; below 0 it is better left.
  double profitPerTonne(std::size_t block, double factor = 1) const {
    if (!given.empty() || !mayBeOre.test(block)) return -processingCost;
    return factor * static_cast<double>(revenue[block]) - static_cast<double>(selling[block]) -
           processingCost;
  }
  double miningCostOf(std::size_t block) const {
    return given.empty() ? static_cast<double>(tonnes[block]) * miningCost[levelOf(block)] : 0;
  }
  /// With values that were given, what is worth more than nothing is ore.
  bool isOre(std::size_t block) const {
    return given.empty() ? profitPerTonne(block) > 0 && tonnes[block] > 0 : given[block] > 0;
  }
  double value(std::size_t block, double factor = 1) const {
    if (!given.empty()) return static_cast<double>(given[block]);
    const double profit = profitPerTonne(block, factor);
    return static_cast<double>(tonnes[block]) * (profit > 0 ? profit : 0) - miningCostOf(block);
  }
};

struct PitGroundQuestion {
  const geology::BlockModel& model;
  const geology::Terrain* terrain = nullptr;  ///< nullptr: all blocks lie below ground
  const PitInputs& inputs;
  double metresPerUnit = 1;  ///< of the model's lengths
};
struct PitGroundAnswer {
  PitGround ground;
  geology::Diagnostics diagnostics;  ///< with an Error the ground is not usable
};
/// A block without a grade is waste, one without density takes the stated one or is an error; both are
/// counted and said. A block that the terrain cuts counts by the part below it, at its centre in plan.
PitGroundAnswer pitGround(const PitGroundQuestion& question);

/// Whole numbers for the optimiser: one a cell of the lattice, absent cells 0, each the sum of its blocks
/// times `scale`, rounded. A higher factor never gives a smaller number, so that pits nest.
std::vector<std::int64_t> cellValues(const PitGround& ground, double factor, double scale);
/// 100 (cents), or less where the sums of all values would not fit.
double valueScale(const PitGround& ground, double largestFactor);

}  // namespace adit::planning
