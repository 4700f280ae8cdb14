#include "benchmarks/plain_window.h"

#include <GL/glew.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkRenderWindow.h>

#include <algorithm>

namespace adit::benchmarks {

PlainWindow::PlainWindow()
    : window_(context_.host()),
      renderer_(vtkSmartPointer<vtkRenderer>::New()),
      mapper_(vtkSmartPointer<vtkPolyDataMapper>::New()) {
  vtkNew<vtkActor> actor;
  actor->SetMapper(mapper_);
  renderer_->AddActor(actor);
  window_.vtk().AddRenderer(renderer_);
  window_.vtk().SetSize(kPictureWidth, kPictureHeight);
}

void PlainWindow::show(vtkPolyData* mesh, float lo, float hi) {
  mapper_->SetInputData(mesh);
  mapper_->SetScalarRange(static_cast<double>(lo), static_cast<double>(hi));
}

void PlainWindow::setCamera(vtkCamera& camera) {
  renderer_->GetActiveCamera()->DeepCopy(&camera);
}

void PlainWindow::setAntialiasing(bool on) {
  renderer_->SetUseFXAA(on);
}

void PlainWindow::render() {
  window_.vtk().Render();
  finishDrawing();
}

double coveredPixels(vtkRenderer& renderer) {
  vtkNew<vtkFloatArray> depth;
  renderer.GetRenderWindow()->MakeCurrent();
  renderer.GetRenderWindow()->GetZbufferData(0, 0, kPictureWidth - 1, kPictureHeight - 1, depth);
  // Adit's backdrop stands just before the far plane.
  constexpr float kBackground = 0.99995F;
  const float* begin = depth->GetPointer(0);
  return static_cast<double>(
      std::count_if(begin, begin + depth->GetNumberOfValues(), [](float d) { return d < kBackground; }));
}

void finishDrawing() {
  glFinish();
}

std::string rendererName() {
  const viewer::HeadlessContext context;
  const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  return name != nullptr ? name : "unknown renderer";
}

}  // namespace adit::benchmarks
