// What a prop that draws by hand changes in OpenGL's state, put back as VTK believes it to be.
#pragma once
#include <vector>

#include <vtkOpenGLState.h>

namespace adit::viewer {

/// Make one at the start of drawing. Enables, masks and functions are to be changed through VTK's own state
/// (state().vtkglEnable(...)), which remembers them; they, the vertex array and the texture units are back
/// when the guard goes. Programs need no guard: see gl_program.h.
class GlStateGuard {
 public:
  explicit GlStateGuard(vtkOpenGLState& state);
  ~GlStateGuard();
  GlStateGuard(const GlStateGuard&) = delete;
  GlStateGuard& operator=(const GlStateGuard&) = delete;

  vtkOpenGLState& state() { return state_; }
  /// A texture unit that nobody else uses, given back with the guard. For buffer textures.
  unsigned int takeTextureUnit();

 private:
  vtkOpenGLState& state_;
  vtkOpenGLState::ScopedglEnableDisable depthTest_, cullFace_, blend_;
  vtkOpenGLState::ScopedglDepthMask depthMask_;
  vtkOpenGLState::ScopedglDepthFunc depthFunction_;
  int cullMode_ = 0, vertexArray_ = 0, activeTexture_ = 0;
  std::vector<int> units_;
};

}  // namespace adit::viewer
