// The experimental variogram and the model through it, as a small drawing.
#pragma once
#include <vector>

#include "geology/estimation/experimental_variogram.h"
#include "geology/estimation/variogram.h"

namespace adit::viewer {

/// Over the width that is left, `height` in framebuffer pixels. Points of a direction have a shape of their
/// own and grow with the number of their pairs; the model has a line for each of its axes where they differ;
/// the variance of the samples is a dashed line.
void drawVariogramPlot(const std::vector<estimation::ExperimentalVariogram>& experimental,
                       const estimation::Variogram& model, float height);

}  // namespace adit::viewer
