// Names at collars, thinned out so that none lies on another.
#pragma once
#include <string>
#include <vector>

#include "viewer/scene/canvas.h"
#include "viewer/scene/projector.h"

namespace adit::viewer {

struct HoleLabel {
  geology::Vec3 at;
  std::string text;
};
/// Nearer collars win; at most 60 labels, and only where their text is free.
void drawHoleLabels(Canvas& canvas, const Projector& projector, const std::vector<HoleLabel>& labels,
                    const Palette& palette);

}  // namespace adit::viewer
