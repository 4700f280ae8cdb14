// A benched open pit with a spiral ramp, as a planner would draw it: crests, toes, faces, berms.
#pragma once
#include <vector>

#include "geology/planning/pit_mesh.h"

namespace adit::synthetic {

using planning::interRampAngle;
using planning::PitBench;
using planning::PitSlope;

/// The floor is a smooth convex oval.
struct PitFloor {
  geology::Vec3 centre;  ///< z: level of the floor
  double azimuth = 65;   ///< degrees, of the long axis
  double semiLong = 400, semiShort = 140;
};

/// Benches from the floor up, until the toe of the next one would lie above `top`.
std::vector<PitBench> designBenches(const PitFloor& floor, const PitSlope& slope, double top);

/// The pit below the terrain: triangles in parts "floor", "face", "berm" and "ramp"; lines "CREST 1065", "TOE
/// 1050", "RAMP" and "PIT OUTLINE", where the pit comes out of the ground. Only what hangs together with the
/// floor. Empty when the floor is not below the terrain.
geology::TriangleMesh designPit(const PitFloor& floor, const PitSlope& slope,
                                const geology::Terrain& terrain);

}  // namespace adit::synthetic
