// The legend of Honest View: what the dots mean, and what they rest on.
#pragma once
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/scene/canvas.h"
#include "viewer/state/solidity.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct HonestLegend {
  std::vector<Knowledge> rows;     ///< those that a shown model can have
  std::vector<std::string> lines;  ///< whose classes, how far the dots reach, what they are not
};
/// Of the block models that are shown; without rows when there is none.
HonestLegend honestLegend(const geology::Deposit& deposit, const ViewState& state);

/// Draws upward from `lowerLeft`; returns the height used.
double drawHonestLegend(Canvas& canvas, const Palette& palette, Pixel lowerLeft, const HonestLegend& legend);

}  // namespace adit::viewer
