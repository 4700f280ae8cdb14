// A window as a plain VTK program has it: one renderer, one actor, vtkPolyDataMapper.
#pragma once
#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>

#include <string>

#include "viewer/scene/gl_window.h"
#include "viewer/scene/headless_context.h"

namespace adit::benchmarks {

constexpr int kPictureWidth = 1280, kPictureHeight = 800;

class PlainWindow {
 public:
  PlainWindow();
  void show(vtkPolyData* mesh, float lo, float hi);  ///< coloured by the cell scalars from lo to hi
  void setCamera(vtkCamera& camera);
  void setAntialiasing(bool on);
  void render();  ///< until the last pixel is there
  vtkRenderer& renderer() { return *renderer_; }

 private:
  viewer::HeadlessContext context_;
  viewer::GlWindow window_;
  vtkSmartPointer<vtkRenderer> renderer_;
  vtkSmartPointer<vtkPolyDataMapper> mapper_;
};

/// Pixels of the last picture in which something stands before the background.
double coveredPixels(vtkRenderer& renderer);
/// Waits until OpenGL has drawn everything.
void finishDrawing();
/// Of OpenGL: "llvmpipe (LLVM 15.0.6, 256 bits)", or the card.
std::string rendererName();

}  // namespace adit::benchmarks
