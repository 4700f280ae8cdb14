// What stands behind every estimated block, as columns that several threads fill.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "geology/estimation/block_estimate.h"

namespace adit::estimation {

/// Of one block.
struct BlockSupportFacts {
  std::size_t pass = 0;  ///< from 1
  std::size_t samples = 0, holes = 0, negative = 0;
  double nearest = 0, meanDistance = 0;
  std::optional<KrigingAnswer> kriging;
};

/// One row a block; BlockEstimates says what the columns are. Rows may be set from several threads.
class SupportColumns {
 public:
  SupportColumns(std::size_t blocks, bool full, bool kriging);

  void set(std::size_t block, const BlockSupportFacts& facts);
  EstimationCounts counts(std::size_t wanted, std::size_t passes) const;
  void moveTo(std::vector<geology::Column>& columns, const std::string& prefix) &&;

 private:
  std::vector<float> samples_, holes_, nearest_, pass_;
  std::vector<float> meanDistance_, variance_, slope_, efficiency_, negative_;  // empty when not asked for
  std::vector<float> singular_;
};

}  // namespace adit::estimation
