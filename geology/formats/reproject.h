// Terrains and images from one coordinate reference system into another.
#pragma once
#include "geology/formats/crs.h"
#include "geology/model/diagnostic.h"
#include "geology/model/progress.h"
#include "geology/model/terrain.h"

namespace adit::formats {

struct ReprojectedTerrain {
  geology::Terrain terrain;
  double largestError = 0;  ///< of height, in the target's unit; see below
  double meanError = 0;     ///< root of the mean square
  geology::Diagnostics diagnostics;
};

/// A lattice along the axes of the target with about as many nodes as the source, the height of each taken
/// bilinearly from the source at the exact place. A node outside the source, or with a hole at one of the
/// four nodes around it, is a hole. The errors compare nodes of the source (up to 20,000, evenly spread) with
/// the new terrain at their new place: what two interpolations of a rough ground cost. They are in the
/// diagnostics (CRS-TERRAIN-RESAMPLED), with the transformation's own accuracy. May throw geology::Cancelled.
ReprojectedTerrain reproject(const geology::Terrain& terrain, const CrsTransform& transform,
                             geology::Progress& progress);

/// What the plane fit of an image's place leaves.
struct ReprojectedImage {
  geology::DrapeImage image;
  double largestError = 0;  ///< in the target's unit
  geology::Diagnostics diagnostics;
};

/// The pixels stay as they are; three corners move to their new place, and the largest distance of any other
/// point from where it belongs is measured and said (CRS-IMAGE-PLACED). An image that is not georeferenced
/// stays as it is.
ReprojectedImage reproject(const geology::DrapeImage& image, const CrsTransform& transform);

}  // namespace adit::formats
