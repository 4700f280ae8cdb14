// How the faces of blocks take light, whichever way they are drawn.
#pragma once
#include <vtkProperty.h>

namespace adit::viewer {

/// Flat and without highlights: a block's colour is its grade, and must be the same across the whole of a
/// face.
inline void shadeAsBlocks(vtkProperty& property) {
  constexpr double kAmbient = 0.24;
  constexpr double kDiffuse = 0.86;
  property.SetInterpolationToFlat();
  property.SetAmbient(kAmbient);
  property.SetDiffuse(kDiffuse);
  property.SetSpecular(0);
}

}  // namespace adit::viewer
