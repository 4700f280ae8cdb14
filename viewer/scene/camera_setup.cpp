#include "viewer/scene/camera_setup.h"

#include <vtkCamera.h>

#include <cmath>
#include <numbers>

#include "viewer/state/camera.h"

namespace adit::viewer {

void setUpCamera(vtkCamera& vtk, const CameraState& camera, const SceneFrame& frame) {
  // The focus is a place and is stretched with the ground; the way from it to the eye is a view and is not.
  const CameraPose pose = poseOf(camera);
  const geology::Vec3 focus = frame.toScene(pose.focus);
  const geology::Vec3 eye = focus + (pose.eye - pose.focus);
  vtk.SetFocalPoint(focus.x, focus.y, focus.z);
  vtk.SetPosition(eye.x, eye.y, eye.z);
  vtk.SetViewUp(pose.up.x, pose.up.y, pose.up.z);
  vtk.SetViewAngle(camera.viewAngle);
  vtk.SetParallelProjection(camera.orthographic ? 1 : 0);
  vtk.SetParallelScale(camera.distance * std::tan(camera.viewAngle * std::numbers::pi / 360));
}

}  // namespace adit::viewer
