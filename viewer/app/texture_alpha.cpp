#include "viewer/app/texture_alpha.h"

#include <GL/glew.h>

namespace adit::viewer {

void ignoreTextureAlpha(unsigned int texture) {
  if (texture == 0) return;
  GLint bound = 0;
  glGetIntegerv(GL_TEXTURE_BINDING_2D, &bound);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_A, GL_ONE);
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(bound));
}

}  // namespace adit::viewer
