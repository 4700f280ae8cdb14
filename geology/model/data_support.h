// What drilling stands behind each block of a model: distances and counts. Computed by Adit from the holes;
// it is no classification, which only a Competent or Qualified Person gives.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "geology/model/column.h"

namespace adit::geology {

// The columns of a DataSupport, in this order, by their names.
inline constexpr std::string_view kSupportNearest = "support_nearest";  ///< distance to the nearest sample
/// Distance to the third nearest hole: to its nearest sample. No value where fewer holes have samples.
inline constexpr std::string_view kSupportThirdHole = "support_third_hole";
inline constexpr std::string_view kSupportSpacing = "support_spacing";  ///< mean distance to the three holes
inline constexpr std::string_view kSupportHoles = "support_holes";      ///< holes within `range`
inline constexpr std::string_view kSupportSamples = "support_samples";  ///< samples within `range`

/// Of one block model. Distances are from the middle of the block, in the deposit's unit.
struct DataSupport {
  /// Of the drilling: the median over the holes of the distance from the middle of a hole's samples to the
  /// nearest sample of another hole, of all holes whichever are asked; 0 when there are fewer than two.
  double spacing = 0;
  double range = 0;                    ///< within which samples and holes are counted
  std::size_t samples = 0, holes = 0;  ///< that were asked
  std::string basis;                   ///< which samples: "3,211 samples of 85 holes with Cu_pct"
  std::vector<Column> columns;         ///< numeric, one value a block
};

}  // namespace adit::geology
