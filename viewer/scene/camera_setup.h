// A CameraState as VTK's camera.
#pragma once
#include "viewer/geometry/scene_frame.h"
#include "viewer/state/view_state.h"

class vtkCamera;

namespace adit::viewer {

/// Precondition: camera.framed.
void setUpCamera(vtkCamera& vtk, const CameraState& camera, const SceneFrame& frame);

}  // namespace adit::viewer
