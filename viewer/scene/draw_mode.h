// How things of which there are many are drawn.
#pragma once
#include <cstdint>

namespace adit::viewer {

enum class DrawMode : std::uint8_t {
  Shaders,  ///< by props that keep a few bytes a thing on the graphics card
  Meshes,   ///< as vtkPolyData: for export, and where a driver cannot do the other
  Refused,  ///< as Shaders, but those of blocks do not compile: to try out what happens with such a driver
};

/// What the environment says with ADIT_DRAW=mesh or ADIT_DRAW=refused, else Shaders.
DrawMode drawModeOfEnvironment();

}  // namespace adit::viewer
