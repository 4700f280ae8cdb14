// VTK's render window inside somebody else's OpenGL context (a GLFW window, or none at all).
#pragma once
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkSmartPointer.h>

#include <string>
#include <vector>

#include "viewer/scene/scene.h"

namespace adit::viewer {

class GlWindow {
 public:
  explicit GlWindow(GlHost host);
  ~GlWindow();
  GlWindow(const GlWindow&) = delete;
  GlWindow& operator=(const GlWindow&) = delete;

  vtkGenericOpenGLRenderWindow& vtk() { return *window_; }
  /// "llvmpipe ..." and the like: no GPU, every fragment costs.
  bool softwareRendering() const { return software_; }
  /// Elements that an array read by shaders may have.
  std::size_t bufferTexels() const { return bufferTexels_; }
  unsigned int textureId();
  /// Copies what is drawn in the columns 0..width to those from `to` on, colours and depths; they do not
  /// overlap.
  void copyColumns(int width, int to);
  std::vector<std::string> takeErrors();

 private:
  GlHost host_;
  vtkSmartPointer<vtkGenericOpenGLRenderWindow> window_;
  vtkSmartPointer<vtkObject> errorLog_;
  bool software_ = false;
  std::size_t bufferTexels_ = 0;
};

}  // namespace adit::viewer
