// Whether the samples that were found are enough for a pass of an estimate or a simulation.
#pragma once
#include <algorithm>
#include <span>
#include <vector>

#include "geology/estimation/block_estimate.h"

namespace adit::estimation {

/// One thread's: it keeps its memory from block to block.
class PassCheck {
 public:
  bool enough(std::span<const Neighbour> found, const EstimationPass& pass) {
    if (found.empty() || found.size() < pass.minSamples) return false;
    ofSamples_.clear();
    for (const Neighbour& n : found) ofSamples_.push_back(n.hole);
    std::sort(ofSamples_.begin(), ofSamples_.end());
    holes_ = static_cast<std::size_t>(std::unique(ofSamples_.begin(), ofSamples_.end()) - ofSamples_.begin());
    return holes_ >= pass.minHoles;
  }
  /// Different holes of the samples that were enough.
  std::size_t holes() const { return holes_; }

 private:
  std::vector<std::uint32_t> ofSamples_;
  std::size_t holes_ = 0;
};

}  // namespace adit::estimation
