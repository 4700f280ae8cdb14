// The steps of a shell, once its plan stands, in this order. Each fills arrays of the plan's sizes.
#pragma once
#include "viewer/geometry/scene_frame.h"
#include "viewer/geometry/shell_plan.h"

namespace adit::viewer {

/// The arrays of the mesh.
struct ShellArrays {
  float* points;          ///< 3 a point
  float* normals;         ///< 3 a point
  std::int32_t* corners;  ///< 3 a triangle
  std::int32_t* offsets;  ///< where each triangle's corners begin, and the end of the last
};

/// Points in scene coordinates: where the value is reached between the two samples of an edge, linearly,
/// computed in double. Normals are zero after it.
void placeShellPoints(const ShellSamples& samples, const ShellPlan& plan, const SceneFrame& frame,
                      const ShellArrays& arrays);

/// Triangles, anticlockwise seen from the lower values, and at each point the sum of the normals of those
/// around it, weighted by their area. Sums are added in one order, whatever the number of cores.
void joinShellTriangles(const ShellSamples& samples, const ShellPlan& plan, const ShellArrays& arrays);

/// Makes the sums of normals as long as 1.
void normalizeShellNormals(const ShellPlan& plan, float* normals);

}  // namespace adit::viewer
