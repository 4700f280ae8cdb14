// The mine plans of the synthetic deposit beside the schedule of its blocks: a haul route up the ramp, and a
// sketch of mining below the pit.
#pragma once
#include <vector>

#include "geology/model/block_model.h"
#include "geology/model/mine_plan.h"
#include "geology/model/terrain.h"
#include "geology/model/triangle_mesh.h"
#include "geology/synthetic/pit_design.h"

namespace adit::synthetic {

/// The middle of the ramp from where it comes out of the ground down to the floor of the pit; empty where the
/// pit has no ramp.
std::vector<geology::Vec3> rampLine(const PitFloor& floor, const PitSlope& slope,
                                    const geology::Terrain& terrain);

/// The pit's schedule by the years of a column, and the haul route.
geology::MinePlan pitPlan(const geology::BlockModel& model, const geology::Column& years,
                          std::vector<geology::Vec3> ramp);

/// A decline beside the pit, a level below its floor, a stope with its fill, and a raise for air. Drawn to
/// show what underground mining looks like: nobody has judged whether the ground is worth it.
struct UndergroundSketch {
  geology::MinePlan plan;
  geology::TriangleMesh stope;
};
UndergroundSketch undergroundSketch(const PitFloor& floor, const geology::Terrain& terrain);

}  // namespace adit::synthetic
