// The estimators, as values.
#pragma once
#include <variant>

#include "geology/estimation/variogram.h"

namespace adit::estimation {

/// The value of the nearest sample, in the distances of the search ellipsoid.
struct NearestNeighbour {
  friend bool operator==(const NearestNeighbour&, const NearestNeighbour&) = default;
};

/// w_i proportional to 1 / d_i^power, in the distances of the search ellipsoid; a sample at the point itself
/// gets all the weight (several share it).
struct InverseDistance {
  double power = 2;

  friend bool operator==(const InverseDistance&, const InverseDistance&) = default;
};

/// With a known mean. The variogram needs a sill.
struct SimpleKriging {
  Variogram variogram;
  double mean = 0;

  friend bool operator==(const SimpleKriging&, const SimpleKriging&) = default;
};

/// With an unknown mean that is the same over the neighbourhood.
struct OrdinaryKriging {
  Variogram variogram;

  friend bool operator==(const OrdinaryKriging&, const OrdinaryKriging&) = default;
};

using Estimator = std::variant<NearestNeighbour, InverseDistance, SimpleKriging, OrdinaryKriging>;

}  // namespace adit::estimation
