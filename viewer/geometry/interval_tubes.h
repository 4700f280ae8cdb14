// Intervals as a mesh of tubes: for export, and where a driver cannot draw them by shader.
#pragma once
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

#include <vector>

#include "geology/model/bit_mask.h"
#include "viewer/geometry/interval_path.h"
#include "viewer/geometry/scene_frame.h"

namespace adit::viewer {

struct TubeOptions {
  double radius = 1;  ///< deposit units
  int sides = 8;
  std::vector<float> intervalRadius;  ///< one an interval in deposit units, or empty: `radius` for all
  SceneFrame frame;
};

/// One tube an interval that is set in `shown`. Tubes follow the arcs of the trace; neighbours without a gap
/// share no vertices, so that each interval keeps its own colour; open ends are capped. The row array
/// (kRowArray) has interval numbers. On all cores, into arrays of exactly their size. Empty above 2^31
/// corners, 67 million intervals.
///
/// `old`: a mesh that this function made (others are left alone) and that nobody will use again. Its memory
/// is taken over: fresh memory costs twice as much as all computation.
vtkSmartPointer<vtkPolyData> intervalTubes(const IntervalPath& path, const geology::BitMask& shown,
                                           const TubeOptions& options, vtkPolyData* old = nullptr);

}  // namespace adit::viewer
