// Grade shells: the surface on which a column of a block model has a given value.
#pragma once
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

#include "geology/model/bit_mask.h"
#include "geology/model/block_model.h"
#include "viewer/geometry/scene_frame.h"

namespace adit::viewer {

/// A column, and the value at which it is to be cut.
struct ShellQuestion {
  const geology::BlockModel& model;
  const geology::Column& column;
  const geology::BitMask& shown;
  double value;
};

/// The shell at the value through the block centres (marching cubes), with smooth normals. Hidden, absent and
/// missing blocks count as far below the value, so that a shell closes half a block inside the ground that
/// has data: it never reaches into ground without any.
///
/// Sub-blocked models: through the centres of the smallest regular cells into which all sub-blocks divide,
/// each with its sub-block's value. Empty where sub-blocks lie at free places, or where there would be more
/// than kMostShellSamples such cells: a coarser lattice would lose the thin ones. Empty also above 2^31
/// corners, 715 million triangles.
///
/// `old`: a shell that nobody will use again. Its memory is taken over: fresh memory costs as much as all
/// computation.
vtkSmartPointer<vtkPolyData> gradeShell(const ShellQuestion& question, const SceneFrame& frame,
                                        vtkPolyData* old = nullptr);

constexpr double kMostShellSamples = 1e9;  ///< 125 MB of bits

}  // namespace adit::viewer
