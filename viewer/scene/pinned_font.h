// Keeps VTK to the fonts that it was asked for.
#pragma once

class vtkTextProperty;

namespace adit::viewer {

/// Call it when font, weight or turn of a property are set, before VTK draws or measures with it.
///
/// VTK remembers a font by the first property that asked for it: by the object, not by what it said then.
/// When that object is given another font later (a chart does so with every line), and the font has meanwhile
/// left VTK's cache, VTK opens the other font in its place, for every text from then on. This asks first,
/// with a copy that never changes. The property stays as it is.
void pinFont(vtkTextProperty& property);

}  // namespace adit::viewer
