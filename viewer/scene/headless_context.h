// An OpenGL context without a window and without X: EGL on Mesa's surfaceless platform, else on a GPU's EGL
// device.
#pragma once
#include <memory>
#include <string>

#include "viewer/scene/scene.h"

namespace adit::viewer {

class HeadlessContext {
 public:
  /// Throws std::runtime_error with what is missing when the machine has no usable EGL.
  HeadlessContext();
  ~HeadlessContext();
  HeadlessContext(const HeadlessContext&) = delete;
  HeadlessContext& operator=(const HeadlessContext&) = delete;

  GlHost host() const;
  std::string description() const;  ///< "EGL 1.5 Mesa Project, llvmpipe ..."

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace adit::viewer
