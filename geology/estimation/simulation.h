// Conditional simulation: many equally likely deposits that all agree with the samples, and what they say of
// each block and of the whole.
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "geology/estimation/block_estimate.h"

namespace adit::estimation {

struct SimulationSamples {
  std::vector<geology::Vec3> position;
  std::vector<std::uint32_t> hole;
  std::vector<double> value;
  std::vector<double> weight;  ///< of declustering; empty: all equal
};

struct SimulationRequest {
  std::function<bool(std::size_t block)> wanted;  ///< as in EstimationRequest
  /// Of the normal scores, with a sill: scaled to a sill of 1.
  Variogram variogram;
  Anisotropy search;
  std::vector<EstimationPass> passes;
  /// Simulated in each block; the block's value is their mean after the back-transform. One point has the
  /// variance of a point, which is more than that of a block.
  BlockPoints points;
  std::size_t realisations = 50;
  std::uint64_t seed = 1;
  std::optional<double> cutoff;
  std::vector<double>
      density;         ///< tonnes a cubic metre, one a block, or one for all; empty: volumes are summed
  std::string prefix;  ///< of the names of the columns
  unsigned threads = 0;
};

/// One realisation of the whole. Tonnes, or cubic metres where no density was given.
struct RealisationTotal {
  double tonnes = 0, metal = 0;            ///< of all simulated blocks; metal = sum of tonnes times value
  double tonnesAbove = 0, metalAbove = 0;  ///< at or above the cut-off; 0 without one

  double grade() const { return tonnes > 0 ? metal / tonnes : 0; }
  double gradeAbove() const { return tonnesAbove > 0 ? metalAbove / tonnesAbove : 0; }
};

struct Simulation {
  /// One row a block: sim_mean (E-type), sim_sd, sim_p10, sim_p50, sim_p90 (values that 10, 50, 90 % of the
  /// realisations do not exceed) and, with a cut-off, p_above. No value where no pass reached.
  std::vector<geology::Column> columns;
  /// One a realisation. The sum of the blocks' P90 is not the P90 of the deposit: that comes from here.
  std::vector<RealisationTotal> totals;
  std::size_t simulated = 0;  ///< blocks
  std::size_t singular = 0;   ///< of them from singular equations
};

/// In normal scores: Z = U + sum w_i (z_i - U_i) with U an unconditional field and w the weights of simple
/// kriging, which are the same for all realisations. Each realisation honours every sample. Reproducible by
/// seed, for any number of threads. Throws Cancelled; std::invalid_argument for a variogram without a sill or
/// without samples.
Simulation simulateBlocks(const SimulationSamples& samples, const SimulationRequest& request,
                          const geology::BlockModel& model, geology::Progress& progress);

}  // namespace adit::estimation
