// The evidence lens in the picture: lines from a place to the samples nearest to it.
#pragma once
#include "viewer/scene/canvas.h"
#include "viewer/scene/projector.h"
#include "viewer/state/lens_facts.h"

namespace adit::viewer {

void drawLens(Canvas& canvas, const Projector& projector, const Palette& palette, const LensFacts& lens);

}  // namespace adit::viewer
