// The camera of a renderer, as pure geometry asks for it.
#pragma once
#include "viewer/geometry/slice_fit.h"

class vtkRenderer;

namespace adit::viewer {

/// As it draws now: the sides of the picture and its near plane.
ViewSight sightOf(vtkRenderer& renderer);

}  // namespace adit::viewer
