// Grade shells: the surface on which a column of a block model has a given value.
#pragma once
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

#include "geology/model/bit_mask.h"
#include "geology/model/block_model.h"
#include "viewer/geometry/scene_frame.h"

namespace adit::viewer {

/// The shell at `value` through the block centres (vtkFlyingEdges3D). Hidden, absent and missing blocks count
/// as far below the value, so that a shell closes half a block inside the ground that has data: it never
/// reaches into ground without any. Empty for sub-blocked models, whose parents have no single value.
vtkSmartPointer<vtkPolyData> gradeShell(const geology::BlockModel& model, const geology::Column& column,
                                        const geology::BitMask& shown, double value, const SceneFrame& frame);

}  // namespace adit::viewer
