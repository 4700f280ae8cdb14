// The surface of a benched pit with a ramp, from the rings of its benches.
#pragma once
#include <vector>

#include "geology/model/terrain.h"
#include "geology/model/triangle_mesh.h"

namespace adit::planning {

struct PitSlope {
  double benchHeight = 15;  ///< metres
  double faceAngle = 70;    ///< degrees
  double berm = 8.5;        ///< metres, on every bench
  double rampWidth = 32;    ///< metres: two lanes for 220 t trucks, berm and drain
  double rampGrade = 0.10;  ///< 1 in 10

  friend bool operator==(const PitSlope&, const PitSlope&) = default;
};

/// Degrees, toe to toe, without ramps: tan IRA = H / (H / tan BFA + B).
double interRampAngle(const PitSlope& slope);

/// The profile of the wall is the same in every direction but where the ramp passes: toe, face to the ramp's
/// inner edge, ramp, face to the crest, berm to the next toe. One vertex a ring, the same number in every
/// ring.
struct PitBench {
  double level = 0;  ///< of the toe; the crest is one bench height above
  std::vector<geology::Vec3> toe, rampInner, rampOuter, crest;  ///< rings, anticlockwise seen from above
};

/// Triangles in parts "floor", "face", "berm" and "ramp"; lines "CREST 1065", "TOE 1050" and "RAMP". Benches
/// from the lowest up, all with as many vertices.
geology::TriangleMesh benchMesh(const std::vector<PitBench>& benches, double benchHeight);

/// The same below the terrain, with the line "PIT OUTLINE" where the pit comes out of the ground. Only what
/// hangs together with the floor. Empty when the floor is not below the terrain.
geology::TriangleMesh benchMeshBelow(const std::vector<PitBench>& benches, double benchHeight,
                                     const geology::Terrain& terrain);

/// Sets closed, volume and area.
void describe(geology::TriangleMesh& mesh);

}  // namespace adit::planning
