// How things of which there are many are drawn.
#pragma once
#include <cstdint>

namespace adit::viewer {

enum class DrawMode : std::uint8_t {
  Shaders,  ///< by props that keep a few bytes a thing on the graphics card
  Meshes,   ///< as vtkPolyData: for export, and where a driver cannot do the other
};

/// Meshes where the environment says ADIT_DRAW=mesh, else Shaders.
DrawMode drawModeOfEnvironment();

}  // namespace adit::viewer
