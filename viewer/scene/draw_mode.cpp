#include "viewer/scene/draw_mode.h"

#include <cstdlib>
#include <string_view>

namespace adit::viewer {

DrawMode drawModeOfEnvironment() {
  const char* asked = std::getenv("ADIT_DRAW");
  return asked != nullptr && std::string_view(asked) == "mesh" ? DrawMode::Meshes : DrawMode::Shaders;
}

}  // namespace adit::viewer
