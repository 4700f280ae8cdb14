// The lamps of a renderer as shaders and the light on faces want them.
#pragma once
#include <vector>

#include "geology/model/vec3.h"

class vtkRenderer;

namespace adit::viewer {

/// A directional lamp, as all lamps of a scene are (light.cpp).
struct Lamp {
  geology::Vec3 beam;   ///< unit vector from the lamp to what it lights, in view coordinates
  geology::Vec3 color;  ///< RGB times intensity
};
/// Those that are on, through the renderer's camera.
std::vector<Lamp> lampsInView(vtkRenderer& renderer);

}  // namespace adit::viewer
