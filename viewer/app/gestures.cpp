#include "viewer/app/gestures.h"

#include <algorithm>
#include <cmath>

#include "viewer/state/angles.h"

namespace adit::viewer {
namespace {

constexpr double kDegreesPerHeight = 180;     ///< of orbiting, for a drag over the height of the view
constexpr double kLookDegreesPerHeight = 60;  ///< of looking around
constexpr double kTurnDegreesPerHeight = 90;  ///< of a section
constexpr double kZoomPerNotch = 1 / 1.17;
constexpr double kCloser = 0.5;           ///< of the distance, after a double click
constexpr double kViewsPerSecond = 0.35;  ///< walking speed in heights of the view
constexpr double kFast = 4;

}  // namespace

Command cameraCommand(const CameraState& camera) {
  return command("camera", camera.focus.x, camera.focus.y, camera.focus.z, camera.bearing, camera.plunge,
                 camera.distance);
}

Command orbitGesture(const CameraState& camera, const DragStep& step) {
  const double degreesPerPixel = kDegreesPerHeight / step.viewHeight;
  return cameraCommand(orbited(camera, step.dx * degreesPerPixel, step.dy * degreesPerPixel));
}

Command panGesture(const CameraState& camera, const DragStep& step, double exaggeration) {
  return cameraCommand(panned(camera, step.dx / step.viewHeight, -step.dy / step.viewHeight, exaggeration));
}

Command zoomGesture(const CameraState& camera, double notches, const Vec3& target) {
  return cameraCommand(zoomed(camera, std::pow(kZoomPerNotch, notches), target));
}

Command focusGesture(const CameraState& camera, const Vec3& place) {
  CameraState closer = camera;
  closer.focus = place;
  closer.distance *= kCloser;
  return cameraCommand(closer);
}

Command lookAroundGesture(const CameraState& camera, const DragStep& step) {
  const Vec3 eye = poseOf(camera).eye;
  const double degreesPerPixel = kLookDegreesPerHeight / step.viewHeight;
  CameraState turned = orbited(camera, -step.dx * degreesPerPixel, -step.dy * degreesPerPixel);
  turned.focus = eye + axesOf(turned).forward * turned.distance;
  return cameraCommand(turned);
}

Command moveSectionGesture(const SectionState& section, const CameraState& camera, const DragStep& step) {
  const CameraAxes axes = axesOf(camera);
  const Vec3 normal = sectionFrame(section).normal;
  const double right = dot(normal, axes.right), up = dot(normal, axes.up);
  const double seen = right * right + up * up;  // squared length of the normal's picture
  const double units = viewHeight(camera) / step.viewHeight;
  constexpr double kEndOn = 0.03;
  const double along = seen > kEndOn ? (step.dx * right - step.dy * up) / seen
                                     : -step.dy * (dot(normal, axes.forward) < 0 ? -1 : 1);
  return command("section move", along * units);
}

std::vector<Command> turnSectionGesture(const SectionState& section, const DragStep& step) {
  const double degreesPerPixel = kTurnDegreesPerHeight / step.viewHeight;
  const double strike = normalizedBearing(section.strike + step.dx * degreesPerPixel);
  const double dip = std::clamp(section.dip + step.dy * degreesPerPixel, 0.0, 90.0);
  std::vector<Command> commands;
  if (step.dx != 0) commands.push_back(command("section strike", strike));
  if (step.dy != 0) commands.push_back(command("section dip", dip));
  return commands;
}

Command panFlatGesture(const SectionViewState& view, const DragStep& step, double unitsPerPixel) {
  return command("sectionview pan", view.pan[0] - step.dx * unitsPerPixel,
                 view.pan[1] + step.dy * unitsPerPixel);
}

Command zoomFlatGesture(const SectionViewState& view, double notches) {
  return command("sectionview zoom", std::clamp(view.zoom / std::pow(kZoomPerNotch, notches), 1e-3, 1e6));
}

std::optional<Command> clickGesture(ToolKind tool, const Click& click) {
  const auto& [picked, place, asset] = click;
  switch (tool) {
    case ToolKind::PlaceAsset:
      if (!place || asset.empty()) return std::nullopt;
      return command("asset place", asset, place->x, place->y, place->z);
    case ToolKind::MeasureDistance:
    case ToolKind::MeasureArea:
    case ToolKind::MeasurePlane:
      if (!place) return std::nullopt;
      return command("measure add", place->x, place->y, place->z);
    case ToolKind::Orbit:
    case ToolKind::CutPlane:
    case ToolKind::Walk:
      if (!picked) return command("unpick");
      return command("pick", picked->object, picked->table.empty() ? "-" : picked->table,
                     std::to_string(picked->row), picked->position.x, picked->position.y, picked->position.z);
  }
  return std::nullopt;
}

Command walkGesture(const CameraState& camera, const WalkKeys& keys, double seconds) {
  const double stride = viewHeight(camera) * kViewsPerSecond * seconds * (keys.fast ? kFast : 1);
  const auto along = [stride](bool plus, bool minus) {
    return stride * ((plus ? 1.0 : 0.0) - (minus ? 1.0 : 0.0));
  };
  return command("walk", along(keys.forward, keys.back), along(keys.right, keys.left),
                 along(keys.up, keys.down));
}

}  // namespace adit::viewer
