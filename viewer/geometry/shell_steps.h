// The steps of a shell, once its plan stands: points, triangles, normals. Each fills arrays of the plan's
// sizes.
#pragma once
#include "viewer/geometry/scene_frame.h"
#include "viewer/geometry/shell_plan.h"

namespace adit::viewer {

/// 3 floats a point in scene coordinates: where the value is reached between the two samples of an edge,
/// linearly, computed in double.
void placeShellPoints(const ShellSamples& samples, const ShellPlan& plan, const SceneFrame& frame,
                      float* points);

/// 3 point numbers a triangle, anticlockwise seen from the lower values.
void joinShellTriangles(const ShellSamples& samples, const ShellPlan& plan, long long* corners);

/// 3 floats a point: the unit sum of the normals of the triangles around it, weighted by their area.
void addShellNormals(const ShellPlan& plan, const float* points, const long long* corners, float* normals);

}  // namespace adit::viewer
