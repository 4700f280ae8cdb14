// Where a company would have drilled: wide-spaced first holes, infill where there is metal, a few deep ones
// at the end.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "geology/synthetic/porphyry_truth.h"

namespace adit::synthetic {

struct PlannedHole {
  double x = 0, y = 0;  ///< of the collar
  double azimuth = 0, dip = 90;
  double length = 300;
  int year = 2009;
  bool reverseCirculation = false;  ///< chips, else diamond core
  std::string programme;            ///< "reconnaissance 400 m"
};

/// In the order of drilling.
std::vector<PlannedHole> planDrilling(const PorphyryTruth& truth, std::uint64_t seed);

}  // namespace adit::synthetic
