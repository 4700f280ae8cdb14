// Arrays on the GPU, handed to the samplers of one program while it draws.
#pragma once
#include <vtkShaderProgram.h>

#include "viewer/scene/gl_buffer_texture.h"
#include "viewer/scene/gl_state_guard.h"

namespace adit::viewer {

/// The texture units go back with the guard.
class TextureBinder {
 public:
  TextureBinder(GlStateGuard& guard, vtkShaderProgram& program) : guard_(guard), program_(program) {}

  vtkShaderProgram& program() { return program_; }
  void bind(GlBufferTexture& buffer, const char* sampler) {
    const unsigned int unit = guard_.takeTextureUnit();
    buffer.bind(unit);
    program_.SetUniformi(sampler, static_cast<int>(unit));
  }

 private:
  GlStateGuard& guard_;
  vtkShaderProgram& program_;
};

}  // namespace adit::viewer
