// A benched open pit with a spiral ramp, as a planner would draw it: crests, toes, faces, berms.
#pragma once
#include <vector>

#include "geology/model/terrain.h"
#include "geology/model/triangle_mesh.h"

namespace adit::synthetic {

struct PitSlope {
  double benchHeight = 15;  ///< metres
  double faceAngle = 70;    ///< degrees
  double berm = 8.5;        ///< metres, on every bench
  double rampWidth = 32;    ///< metres: two lanes for 220 t trucks, berm and drain
  double rampGrade = 0.10;  ///< 1 in 10
};

/// Degrees, toe to toe, without ramps: tan IRA = H / (H / tan BFA + B).
double interRampAngle(const PitSlope& slope);

/// The floor is a smooth convex oval.
struct PitFloor {
  geology::Vec3 centre;  ///< z: level of the floor
  double azimuth = 65;   ///< degrees, of the long axis
  double semiLong = 400, semiShort = 140;
};

/// The profile of the wall is the same in every direction but where the ramp passes: toe, face to the ramp's
/// inner edge, ramp, face to the crest, berm to the next toe. One vertex a ring, the same number in every
/// ring.
struct PitBench {
  double level = 0;  ///< of the toe; the crest is one bench height above
  std::vector<geology::Vec3> toe, rampInner, rampOuter, crest;  ///< rings, anticlockwise seen from above
};

/// Benches from the floor up, until the toe of the next one would lie above `top`.
std::vector<PitBench> designBenches(const PitFloor& floor, const PitSlope& slope, double top);

/// The pit below the terrain: triangles in parts "floor", "face", "berm" and "ramp"; lines "CREST 1065", "TOE
/// 1050", "RAMP" and "PIT OUTLINE", where the pit comes out of the ground. Only what hangs together with the
/// floor. Empty when the floor is not below the terrain.
geology::TriangleMesh designPit(const PitFloor& floor, const PitSlope& slope,
                                const geology::Terrain& terrain);

}  // namespace adit::synthetic
