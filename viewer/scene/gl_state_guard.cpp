#include "viewer/scene/gl_state_guard.h"

#include <vtk_glew.h>

#include <vtkTextureUnitManager.h>

namespace adit::viewer {

GlStateGuard::GlStateGuard(vtkOpenGLState& state)
    : state_(state),
      depthTest_(&state, GL_DEPTH_TEST),
      cullFace_(&state, GL_CULL_FACE),
      blend_(&state, GL_BLEND),
      depthMask_(&state),
      depthFunction_(&state) {
  glGetIntegerv(GL_CULL_FACE_MODE, &cullMode_);
  glGetIntegerv(GL_VERTEX_ARRAY_BINDING, &vertexArray_);
  glGetIntegerv(GL_ACTIVE_TEXTURE, &activeTexture_);
}

GlStateGuard::~GlStateGuard() {
  for (const int unit : units_) {
    glActiveTexture(GL_TEXTURE0 + static_cast<unsigned int>(unit));
    glBindTexture(GL_TEXTURE_BUFFER, 0);
    state_.GetTextureUnitManager()->Free(unit);
  }
  state_.ResetGLActiveTexture();  // VTK has not seen ours
  state_.vtkglActiveTexture(static_cast<unsigned int>(activeTexture_));
  state_.vtkglCullFace(static_cast<unsigned int>(cullMode_));
  glBindVertexArray(static_cast<unsigned int>(vertexArray_));
}

unsigned int GlStateGuard::takeTextureUnit() {
  units_.push_back(state_.GetTextureUnitManager()->Allocate());
  return static_cast<unsigned int>(units_.back());
}

}  // namespace adit::viewer
