// Rivers cut, slopes slide: the landscape evolution behind the synthetic relief.
#pragma once
#include <cstdint>
#include <vector>

#include "geology/model/progress.h"
#include "geology/synthetic/drainage.h"

namespace adit::synthetic {

/// A landscape on its way. All arrays have one value a node of the grid.
struct Landscape {
  HeightGrid grid;
  std::vector<std::uint8_t> outlets;  ///< base level: nodes that neither rise nor erode
  std::vector<double> uplift;         ///< 0..1, of the full uplift
  std::vector<double> erodibility;    ///< 1 = ordinary rock, less = hard, more = soft
};

struct ErosionSettings {
  int steps = 10;
  double uplift = 4;            ///< metres a step where the map has 1
  double strength = 0.1;        ///< K dt of the stream power law, with the area in m2
  double areaExponent = 0.4;    ///< m; the slope exponent n is 1
  double hillslopeArea = 6000;  ///< m2 that every node has at least: above the channel heads, sheet wash
  double creep = 0.12;          ///< part of the way to the neighbours' mean that a node goes in a step
  double talusSlope = 1.0;      ///< no slope along the water's way is steeper
  double jitter = 0.5;          ///< see drain()
  std::uint64_t seed = 0;
};

/// dz/dt = U - K A^m S, implicit from the outlets upstream (Braun and Willett 2013), then landslides where a
/// slope is steeper than the talus slope. Depressions fill with sediment. Throws geology::Cancelled.
void erode(Landscape& landscape, const ErosionSettings& settings, const geology::Progress& progress);

/// Every node goes `amount` (0..1) of the way to the mean of its four neighbours.
void smooth(HeightGrid& grid, double amount);

}  // namespace adit::synthetic
