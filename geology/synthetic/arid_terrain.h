// The relief of an arid mountain range: eroded hills, alluvial fans before them, a playa.
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "geology/model/progress.h"
#include "geology/model/terrain.h"

namespace adit::synthetic {

struct AridTerrainOptions {
  std::uint64_t seed = 7;
  int nodes = 513;                  ///< along each side; 2^n + 1, at least 129
  double extent = 6144;             ///< metres along each side
  double centreX = 0, centreY = 0;  ///< the square's centre
  double baseHeight = 930;          ///< metres; about that of the playa
  /// Relative erodibility of the rock at a place: 1 ordinary, less hard, more soft. Empty: 1.
  std::function<double(double x, double y)> erodibility;
};

/// Arrays parallel to topography.heights.
struct AridTerrain {
  geology::Terrain topography;
  std::vector<float> alluvium;  ///< metres of gravel and sand on the rock, 0 on outcrop
  std::vector<float> drainage;  ///< m2 of ground that drains through the node
};

/// Throws geology::Cancelled only.
AridTerrain aridTerrain(const AridTerrainOptions& options, const geology::Progress& progress);

}  // namespace adit::synthetic
