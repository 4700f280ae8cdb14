#include "viewer/scene/lattice_mapper.h"

#include <vtkActor.h>
#include <vtkHardwareSelector.h>
#include <vtkMath.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>

#include <algorithm>
#include <array>

#include "viewer/scene/gl_state_guard.h"
#include "viewer/scene/texture_binder.h"

namespace adit::viewer {

bool LatticeMapper::Pass::opaque() const {
  return actor.GetProperty()->GetOpacity() >= 1;
}

LatticeMapper::LatticeMapper() {
  StaticOn();  // there is no pipeline to update
}
LatticeMapper::~LatticeMapper() = default;

double* LatticeMapper::GetBounds() {
  vtkMath::UninitializeBounds(Bounds);
  const geology::Box3 box = sceneBounds();
  if (box.empty()) return Bounds;
  const std::array<double, 6> bounds{box.min.x, box.max.x, box.min.y, box.max.y, box.min.z, box.max.z};
  std::copy(bounds.begin(), bounds.end(), Bounds);
  return Bounds;
}

void LatticeMapper::RenderPiece(vtkRenderer* renderer, vtkActor* actor) {
  const auto place = prepare(*renderer);
  if (!place) return;
  auto& window = *vtkOpenGLRenderWindow::SafeDownCast(renderer->GetRenderWindow());
  const Pass pass{*renderer, *actor, window, renderer->GetSelector(),
                  latticeMatrices(*renderer, place->lattice, place->frame)};
  if (pass.selector != nullptr) pass.selector->BeginRenderProp();
  vtkShaderProgram* ready = program(pass);
  failed_ = ready == nullptr;  // VTK has logged why
  if (!failed_) {
    GlStateGuard guard(*pass.window.GetState());
    TextureBinder binder(guard, *ready);
    draw(pass, guard, binder);
  }
  if (pass.selector != nullptr) pass.selector->EndRenderProp();
}

}  // namespace adit::viewer
