// Weights that take back the preference of drilling for good ground: samples in a crowd count for less.
#pragma once
#include <span>
#include <vector>

#include "geology/estimation/anisotropy.h"
#include "geology/model/block_model.h"

namespace adit::estimation {

/// Cells of several sizes; each size with several origins, so that no single grid decides. As GSLIB's declus
/// (Deutsch and Journel 1998), whose published weights of cluster.dat are those of size 5.5 with 5 origins.
struct CellDeclustering {
  double smallest = 1, largest = 1;  ///< metres, along the first axis
  int steps = 0;                     ///< sizes between: steps + 1 in all
  int origins = 5;
  std::array<double, 3> proportion{1, 1, 1};  ///< of a cell along x, y, z
  /// The size with the lowest mean is taken (where drilling sought high values). A single size is taken
  /// whatever its mean is, as declus does: whoever names it wants it.
  bool lowestMean = true;
};

struct CellSizeMean {
  double size = 0, mean = 0;
};

struct Declustered {
  std::vector<double> weight;  ///< one a sample; their mean is 1
  double mean = 0;             ///< of the values with these weights
  double cellSize = 0;  ///< that was taken; 0: none of several gives a lower (higher) mean than no weights
  std::vector<CellSizeMean> trials;  ///< cell declustering: every size
};

Declustered declusterByCells(std::span<const geology::Vec3> positions, std::span<const double> values,
                             const CellDeclustering& plan);

/// By the volume that is nearest to each sample (its polygon), measured in blocks of the model; distances in
/// the space of the ellipsoid, blocks farther than `reach` from any sample count for none.
struct NearestDeclustering {
  const geology::BlockModel& model;
  Anisotropy ellipsoid;
  double reach = 1;
};
Declustered declusterByNearest(std::span<const geology::Vec3> positions, std::span<const double> values,
                               const NearestDeclustering& plan);

}  // namespace adit::estimation
