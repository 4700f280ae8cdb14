// Values of blocks from samples: search, weigh, average, block by block; and for every block what stands
// behind it.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "geology/estimation/estimator.h"
#include "geology/estimation/kriging.h"
#include "geology/estimation/sample_search.h"
#include "geology/model/block_model.h"
#include "geology/model/progress.h"

namespace adit::estimation {

/// Samples of about equal length (composites), arrays and columns in parallel.
struct EstimationSamples {
  std::vector<geology::Vec3> position;
  std::vector<std::uint32_t> hole;
  std::vector<geology::Column> columns;  ///< numeric: averaged; category: that of the nearest sample
};

/// A pass takes the blocks that the passes before it left.
struct EstimationPass {
  SearchLimits limits;
  std::size_t minSamples = 1;
  std::size_t minHoles = 1;

  friend bool operator==(const EstimationPass&, const EstimationPass&) = default;
};

enum class SupportFacts : std::uint8_t {
  Basic,  ///< n_samples, n_holes, nearest_m, pass
  Full,   ///< and mean_distance; of kriging also kriging_variance, slope, efficiency, n_negative
};

struct EstimationRequest {
  /// Blocks that it refuses stay without a value, e.g. those above the topography. Empty: all are wanted.
  /// Called from several threads.
  std::function<bool(std::size_t block)> wanted;
  Anisotropy search;
  Estimator estimator = InverseDistance{};
  BlockPoints points;                  ///< that stand for a block
  std::vector<EstimationPass> passes;  ///< at most 255
  SupportFacts facts = SupportFacts::Full;
  std::string prefix;  ///< of the names of the columns that say what stands behind
  unsigned threads = 0;
};

struct EstimationCounts {
  std::size_t wanted = 0;           ///< blocks that were asked for
  std::vector<std::size_t> byPass;  ///< blocks that each pass took
  std::size_t withoutValue = 0;     ///< wanted, and no pass reached them
  std::size_t singular = 0;         ///< kriged from singular equations (KrigingAnswer::singular)
  std::size_t negativeWeights = 0;  ///< kriged with at least one weight below 0

  std::size_t estimated() const { return wanted - withoutValue; }
};

struct BlockEstimates {
  /// One row a block of the model: those of the samples, then
  ///   n_samples, n_holes   behind the estimate
  ///   nearest_m            metres from the middle of the block to the nearest of these samples
  ///   pass                 1, 2, ...
  ///   mean_distance        to these samples, in units of the search ellipsoid
  ///   kriging_variance, slope, efficiency   as KrigingAnswer has them
  ///   n_negative           of the weights
  ///   singular             1 where the equations were singular; only there when any was
  /// Without a value everywhere where no pass reached.
  std::vector<geology::Column> columns;
  EstimationCounts counts;
};

/// Into the blocks of a model (its cells or sub-blocks). Where a sample lacks a value of a column, the
/// weights of the others are scaled up for that column, and the block has no value when less than half of the
/// weight is left; simple kriging leaves the weight of the missing to the mean. The result does not depend on
/// the number of threads. Throws Cancelled; std::invalid_argument for simple kriging without a sill.
BlockEstimates estimateBlocks(const EstimationSamples& samples, const EstimationRequest& request,
                              const geology::BlockModel& model, geology::Progress& progress);

/// Into a new lattice: a sparse model, in which a block that no pass reaches is absent (the lattice has no
/// cells when none is reached). A lattice of at most 2^32 cells.
geology::BlockModel estimateLattice(const EstimationSamples& samples, const EstimationRequest& request,
                                    const geology::Lattice& lattice, geology::Progress& progress);

/// Only the blocks of a full model that have a pass; `estimates` is of this model.
geology::BlockModel reachedBlocks(const geology::BlockModel& model, BlockEstimates estimates,
                                  const std::string& prefix);

}  // namespace adit::estimation
