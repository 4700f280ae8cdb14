// A long array of numbers that a shader reads by index (samplerBuffer, isamplerBuffer, usamplerBuffer).
#pragma once
#include <cstddef>
#include <span>

namespace adit::viewer {

/// Every call needs VTK's OpenGL context current: use it while drawing, and release() it in a prop's
/// ReleaseGraphicsResources.
class GlBufferTexture {
 public:
  /// `format`: GL_R32F, GL_RGBA32F, GL_R32UI, GL_RGBA8, ... of one element.
  explicit GlBufferTexture(unsigned int format) : format_(format) {}
  GlBufferTexture(const GlBufferTexture&) = delete;
  GlBufferTexture& operator=(const GlBufferTexture&) = delete;

  /// Replaces the content. The buffer keeps room for a quarter more than it was last asked for and is
  /// orphaned, not overwritten: a frame that is still being drawn keeps what it reads, and nobody waits.
  template <typename Element>
  void upload(std::span<const Element> elements) {
    uploadBytes(std::as_bytes(elements));
  }
  /// Of the next upload: for arrays whose elements are not always of one width.
  void setFormat(unsigned int format) {
    formatIsNew_ = formatIsNew_ || format != format_;
    format_ = format;
  }
  /// Leaves that unit active. Precondition: something was uploaded.
  void bind(unsigned int textureUnit);
  void release();
  std::size_t capacityInBytes() const { return capacity_; }

  /// Elements that the driver can address in one such texture: at least 65,536, 134 million and more in
  /// today's.
  static std::size_t mostElements();

 private:
  void uploadBytes(std::span<const std::byte> bytes);

  unsigned int format_;
  bool formatIsNew_ = true;
  unsigned int buffer_ = 0, texture_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace adit::viewer
