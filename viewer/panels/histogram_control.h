// The two-ended range of a threshold, as handles on the histogram of its column.
#pragma once
#include <optional>
#include <string>

#include "viewer/panels/histogram.h"
#include "viewer/state/colormap.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Which handle the mouse holds, and where it was taken.
struct HistogramGrip {
  enum class Part { None, Low, High, Both };
  Part part = Part::None;
  double startLow = 0, startHigh = 1, startShare = 0;  ///< shares of the axis
  FilterState::Range start{};                          ///< what these shares stood for, also beyond the axis
};

struct HistogramControl {
  const Histogram& histogram;
  const ResolvedLegend& legend;
  FilterState::Range range;  ///< infinite ends are open
  std::string unit;
};

/// The part that a press at `share` takes: the nearer handle when it is within `reach`, the whole range
/// between the handles, else the nearer handle.
HistogramGrip takeGrip(const ValueAxis& axis, const FilterState::Range& range, double share, double reach);
/// The range when the held part is drawn to `share`. Values are rounded to steps no wider than `resolution`
/// (a share); an end that reaches the end of the axis is open, one that did not move keeps its value.
FilterState::Range draggedRange(const ValueAxis& axis, const HistogramGrip& grip, double share,
                                double resolution);

/// Draws it over the width of the panel; returns the new range while it is dragged.
std::optional<FilterState::Range> histogramControl(const char* id, const HistogramControl& control,
                                                   HistogramGrip& grip);

}  // namespace adit::viewer
