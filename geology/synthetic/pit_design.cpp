#include "geology/synthetic/pit_design.h"

namespace adit::synthetic {

geology::TriangleMesh designPit(const PitFloor& floor, const PitSlope& slope,
                                const geology::Terrain& terrain) {
  const double top = terrain.bounds().max.z;
  geology::TriangleMesh pit =
      planning::benchMeshBelow(designBenches(floor, slope, top), slope.benchHeight, terrain);
  pit.name = "pit design";
  return pit;
}

}  // namespace adit::synthetic
