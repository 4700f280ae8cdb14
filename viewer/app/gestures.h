// What the mouse does in the view, as commands. Knows no window and no scene: numbers in, commands out.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "viewer/state/camera.h"
#include "viewer/state/command.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// A step of a drag in framebuffer pixels (x right, y down), in a view of that height.
struct DragStep {
  double dx = 0, dy = 0;
  double viewHeight = 1;
};

/// `camera` is always the resolved one: focus and distance decided.
Command cameraCommand(const CameraState& camera);
/// Half a turn for the height of the view.
Command orbitGesture(const CameraState& camera, const DragStep& step);
/// The point under the pointer stays under it.
Command panGesture(const CameraState& camera, const DragStep& step, double exaggeration);
/// One notch of the wheel comes closer by a seventh, towards `target`.
Command zoomGesture(const CameraState& camera, double notches, const Vec3& target);
/// Looks at a place from the same side, from nearer.
Command focusGesture(const CameraState& camera, const Vec3& place);
/// Turns the head: the eye stays where it is.
Command lookAroundGesture(const CameraState& camera, const DragStep& step);

/// Moves a section along its normal as far as the pointer moves along the normal's picture; where one looks
/// along the normal, up is away.
Command moveSectionGesture(const SectionState& section, const CameraState& camera, const DragStep& step);
/// Turns a section: strike with the horizontal, dip with the vertical part of the drag.
std::vector<Command> turnSectionGesture(const SectionState& section, const DragStep& step);

/// In the flat view: `unitsPerPixel` is its scale.
Command panFlatGesture(const SectionViewState& view, const DragStep& step, double unitsPerPixel);
Command zoomFlatGesture(const SectionViewState& view, double notches);

/// Where a click went and what it works on.
struct Click {
  std::optional<PickState> picked;  ///< what lies there
  std::optional<Vec3> place;        ///< nothing under the pointer: absent
  std::string asset;                ///< that the placing tool moves; empty: none
};
/// Nothing when the click means nothing.
std::optional<Command> clickGesture(ToolKind tool, const Click& click);

/// Which of the walking keys are held.
struct WalkKeys {
  bool forward = false, back = false, left = false, right = false, up = false, down = false, fast = false;
  bool any() const { return forward || back || left || right || up || down; }
};
/// A step of `seconds`; the speed follows how much of the ground is in view.
Command walkGesture(const CameraState& camera, const WalkKeys& keys, double seconds);

}  // namespace adit::viewer
