// What stands around the picture: north arrow, scale bar, legends, tags. All on the canvas of a view.
#pragma once
#include <string>
#include <vector>

#include "viewer/scene/canvas.h"
#include "viewer/scene/projector.h"
#include "viewer/state/colormap.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct ScaleBar {
  double unitsPerPixel = 1;
  std::string unit;      ///< "m"
  bool atFocus = false;  ///< perspective: true only at the focus, and said so
};
void drawScaleBar(Canvas& canvas, const Palette& palette, Pixel lowerLeft, const ScaleBar& bar);

/// An arrow on the ground: turned by the bearing, foreshortened by the plunge.
void drawNorthArrow(Canvas& canvas, const Palette& palette, Pixel center, const CameraState& camera);

/// Draws upward from `lowerLeft`; returns the height used.
double drawLegend(Canvas& canvas, const Palette& palette, Pixel lowerLeft, const ResolvedLegend& legend,
                  const std::string& title);

/// A calm ground behind text that would else stand on the deposit itself.
void drawPlate(Canvas& canvas, const Palette& palette, Pixel lowerLeft, double width, double height);

struct Tag {
  std::string text;
  Color color;
};
/// Small plates in a row, from the left (or the right) edge at height y; where the view is too narrow for a
/// row, in several, one below the other. Returns the lower edge of the lowest.
double drawTags(Canvas& canvas, const Palette& palette, const std::vector<Tag>& tags, Pixel upperCorner,
                Align side);

/// Words on plates, one below the other, from the upper left corner; each is broken to fit into the width of
/// the view. Returns the height used.
double drawBanner(Canvas& canvas, const Palette& palette, const std::vector<Tag>& lines, Pixel upperLeft);

/// "0.3", "1,250", "0.005": as many figures as tell ticks apart.
std::string tickText(double value, double step);

}  // namespace adit::viewer
