// Names at collars, thinned out so that none lies on another.
#pragma once
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/geometry/cut_planes.h"
#include "viewer/scene/canvas.h"
#include "viewer/scene/notes.h"
#include "viewer/scene/projector.h"

namespace adit::viewer {

struct HoleLabel {
  geology::Vec3 at;
  std::string text;
};
/// Of the holes of all visible layers that are there at the date of the view and whose collars the planes
/// keep.
std::vector<HoleLabel> holeLabels(const geology::Deposit& deposit, const ViewState& state,
                                  const CutPlanes& planes);

/// Where labels may stand: not above `ceiling` (pixels), and clear of these boxes.
struct FreeRoom {
  double ceiling = 0;
  std::vector<PixelBox> taken{};
};
/// Nearer collars win; at most 60 labels, and only where their text is free.
void drawHoleLabels(Canvas& canvas, const Projector& projector, const std::vector<HoleLabel>& labels,
                    const Palette& palette, const FreeRoom& allowed);

}  // namespace adit::viewer
