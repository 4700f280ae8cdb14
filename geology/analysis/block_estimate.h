// A block model from samples: search, weigh, average, block by block; and for every block what stands behind
// it.
#pragma once
#include <functional>
#include <vector>

#include "geology/analysis/sample_search.h"
#include "geology/analysis/sample_weights.h"
#include "geology/model/block_model.h"
#include "geology/model/progress.h"

namespace adit::analysis {

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
};

struct EstimationRequest {
  geology::Lattice lattice;
  /// Blocks whose centre it refuses are absent, e.g. those above the topography. Empty: all are wanted.
  /// Called from several threads.
  std::function<bool(const geology::Vec3& centre)> wanted;
  Anisotropy shape;
  Weighting weighting;
  std::vector<EstimationPass> passes;  ///< at most 255
  unsigned threads = 0;
};

/// A sparse model: a block that no pass reaches is absent (the lattice has no cells when none is reached).
/// Columns: those of the samples, then
///   n_samples, n_holes  behind the estimate
///   nearest_m           metres to the nearest of these samples
///   pass                1, 2, ...
/// Where a sample lacks a value of a column, the weights of the others are scaled up for that column; the
/// block has no value when less than half of the weight is left. The result does not depend on the number of
/// threads. Throws Cancelled.
geology::BlockModel estimateBlocks(const EstimationSamples& samples, const EstimationRequest& request,
                                   geology::Progress& progress);

}  // namespace adit::analysis
