#include "viewer/scene/draw_mode.h"

#include <cstdlib>
#include <string_view>

namespace adit::viewer {

DrawMode drawModeOfEnvironment() {
  const char* asked = std::getenv("ADIT_DRAW");
  if (asked == nullptr) return DrawMode::Shaders;
  if (std::string_view(asked) == "mesh") return DrawMode::Meshes;
  return std::string_view(asked) == "refused" ? DrawMode::Refused : DrawMode::Shaders;
}

}  // namespace adit::viewer
