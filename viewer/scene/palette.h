// Colours and type of the picture, dark and light; the same roles as the panels' style.
#pragma once
#include <string>

#include "viewer/state/view_state.h"

class vtkTextProperty;

namespace adit::viewer {

struct Palette {
  Color skyTop, skyBottom;  ///< background gradient
  Color text, quietText, line;
  Color accent;         ///< copper: what is active
  Color evidence;       ///< teal: what is known
  Color caution;        ///< what is doubtful, SYNTHETIC
  Color trace, collar;  ///< drillholes without an interval
  Color plainBlock, plainSurface, plainPoint, terrain;
  Color plate;  ///< behind tags
  Color edge;   ///< block and feature edges
};
const Palette& paletteOf(Theme theme);

enum class TextSize { Small, Normal, Large };  ///< 11, 13, 17 px at scale 1
/// Roboto where it is installed, else VTK's own sans serif.
void styleText(vtkTextProperty& property, TextSize size, const Color& color, double scale);

}  // namespace adit::viewer
