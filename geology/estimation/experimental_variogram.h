// How different samples are by their distance and direction, as the data say.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "geology/model/progress.h"
#include "geology/model/vec3.h"

namespace adit::estimation {

/// Which pairs count. A direction and its opposite are the same.
struct VariogramDirection {
  std::string name = {};
  double azimuth = 0;     ///< degrees clockwise from north
  double dip = 0;         ///< degrees, positive down
  double tolerance = 90;  ///< degrees between the pair and the direction; 90: every direction
  double bandwidth = 0;   ///< metres from the line along the direction at most; 0: no limit
  bool sameHole = false;  ///< only pairs within one hole: "down-hole"

  bool omnidirectional() const { return tolerance >= 90; }
  friend bool operator==(const VariogramDirection&, const VariogramDirection&) = default;
};

/// Class k holds distances within `tolerance` of k times `lag`, so class 0 the pairs closer than half a lag;
/// a distance between two classes belongs to the farther one.
struct LagClasses {
  double lag = 10;       ///< metres
  int count = 15;        ///< classes, with class 0
  double tolerance = 0;  ///< metres, at most lag / 2; 0: half of the lag

  friend bool operator==(const LagClasses&, const LagClasses&) = default;
};

/// One class. NaN where there are no pairs.
struct ExperimentalLag {
  std::size_t pairs = 0;
  double distance = 0;  ///< mean, metres
  double gamma = 0;     ///< semivariogram: mean of (a - b)^2 / 2
  /// 1 - rho, where rho is the correlation of the pairs of this class, each taken both ways round.
  double correlogram = 0;
  /// Mean of ((a - b) / ((a + b) / 2))^2 / 2 over the pairs with a + b > 0.
  double pairwiseRelative = 0;
};

struct ExperimentalVariogram {
  VariogramDirection direction;
  LagClasses classes;
  std::vector<ExperimentalLag> lags;  ///< one a class
  double mean = 0, variance = 0;      ///< of all samples
  std::size_t samples = 0;
};

/// Arrays in parallel.
struct VariogramSamples {
  std::span<const geology::Vec3> position;
  std::span<const std::uint32_t> hole;
  std::span<const double> value;
};

/// Every pair of different samples closer than the last class reaches, once. The same for any number of
/// threads. Throws Cancelled.
ExperimentalVariogram experimentalVariogram(const VariogramSamples& samples,
                                            const VariogramDirection& direction, const LagClasses& classes,
                                            geology::Progress& progress);

}  // namespace adit::estimation
