// The shell itself: marching cubes over bit masks.
#pragma once
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

#include "viewer/geometry/scene_frame.h"
#include "viewer/geometry/shell_samples.h"

namespace adit::viewer {

/// Marching cubes (Lorensen and Cline 1987) with VTK's table of cases, so that the surface is that of VTK's
/// filters, triangle for triangle: first counts, a layer of samples at a time on all cores, then fills arrays
/// of exactly that size. In scene coordinates; triangles are anticlockwise seen from the lower values.
/// Normals are those of the triangles around a point, weighted by area. The same on any number of cores.
/// Empty above 2^31 corners; `old` as gradeShell().
vtkSmartPointer<vtkPolyData> shellSurface(const ShellSamples& samples, const SceneFrame& frame,
                                          vtkPolyData* old);

}  // namespace adit::viewer
