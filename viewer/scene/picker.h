// What lies under a pixel: a hardware pass that draws cell numbers instead of colours.
#pragma once
#include <optional>

#include "viewer/scene/view.h"

namespace adit::viewer {

/// Pixels of the window, origin at its lower left. The position is where the line of sight meets the picked
/// cell; of props that draw by hand, what the depth of the pixel says.
std::optional<PickState> pickAt(View& view, const SceneFrame& frame, Pixel pixel);
/// Two points of the line of sight through a pixel, in scene coordinates: on the near and on the far clipping
/// plane.
std::array<geology::Vec3, 2> sightLine(vtkRenderer& renderer, Pixel pixel);

}  // namespace adit::viewer
