// What the blocks of a model truly hold, where the truth is known.
#pragma once
#include <array>
#include <vector>

#include "geology/model/block_model.h"
#include "geology/model/progress.h"
#include "geology/synthetic/laboratory.h"

namespace adit::synthetic {

/// One a block of the model.
struct TrueBlocks {
  std::vector<double> grade;   ///< mean by tonnes, in the unit of methodOf(); NaN above the surface
  std::vector<double> tonnes;  ///< of the part below the surface
};

struct TrueBlocksOrder {
  Analyte analyte = Analyte::Copper;
  std::array<int, 3> points{2, 2, 2};  ///< in the middles of so many equal parts along the axes of a block
};

/// Sums over the truth function at the points of every block. Does not depend on the number of threads.
/// Throws Cancelled.
TrueBlocks trueBlocks(const PorphyryTruth& truth, const geology::BlockModel& model,
                      const TrueBlocksOrder& order, const geology::Progress& progress);

/// Of the analyte, in the unit of methodOf().
double gradeOf(const Grades& grades, Analyte analyte);

}  // namespace adit::synthetic
