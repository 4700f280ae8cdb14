#include "viewer/scene/gl_buffer_texture.h"

#include <vtk_glew.h>

#include <algorithm>

namespace adit::viewer {

void GlBufferTexture::uploadBytes(std::span<const std::byte> bytes) {
  constexpr std::size_t kElement = 16;  // the largest; smaller ones divide it
  constexpr std::size_t kLeast = 64;    // a texture over an empty buffer is an error in some drivers
  if (buffer_ == 0) glGenBuffers(1, &buffer_);
  glBindBuffer(GL_TEXTURE_BUFFER, buffer_);
  const bool grows = bytes.size() > capacity_;
  const bool shrinks = bytes.size() < capacity_ / 4;
  if (grows || shrinks || capacity_ == 0)
    capacity_ = std::max(kLeast, (bytes.size() * 5 / 4 + kElement - 1) / kElement * kElement);
  glBufferData(GL_TEXTURE_BUFFER, static_cast<GLsizeiptr>(capacity_), nullptr, GL_DYNAMIC_DRAW);
  if (!bytes.empty())
    glBufferSubData(GL_TEXTURE_BUFFER, 0, static_cast<GLsizeiptr>(bytes.size()), bytes.data());
  glBindBuffer(GL_TEXTURE_BUFFER, 0);
}

void GlBufferTexture::bind(unsigned int textureUnit) {
  const bool isNew = texture_ == 0;
  if (isNew) glGenTextures(1, &texture_);
  const bool unread = isNew || formatIsNew_;
  formatIsNew_ = false;
  glActiveTexture(GL_TEXTURE0 + textureUnit);
  glBindTexture(GL_TEXTURE_BUFFER, texture_);
  if (unread) glTexBuffer(GL_TEXTURE_BUFFER, format_, buffer_);
}

void GlBufferTexture::release() {
  if (texture_ != 0) glDeleteTextures(1, &texture_);
  if (buffer_ != 0) glDeleteBuffers(1, &buffer_);
  texture_ = buffer_ = 0;
  capacity_ = 0;
}

std::size_t GlBufferTexture::mostElements() {
  GLint most = 0;
  glGetIntegerv(GL_MAX_TEXTURE_BUFFER_SIZE, &most);
  return static_cast<std::size_t>(std::max(most, 0));
}

}  // namespace adit::viewer
