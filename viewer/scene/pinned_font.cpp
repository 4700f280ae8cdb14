#include "viewer/scene/pinned_font.h"

#include <vtkNew.h>
#include <vtkStdString.h>
#include <vtkTextProperty.h>
#include <vtkTextRenderer.h>

#include <array>

namespace adit::viewer {

void pinFont(vtkTextProperty& property) {
  vtkTextRenderer* renderer = vtkTextRenderer::GetInstance();
  if (renderer == nullptr) return;
  constexpr int kDpi = 72;
  constexpr double kQuarter = 90;  // VTK's charts turn the titles of their axes themselves
  for (const double turn : {0.0, kQuarter, property.GetOrientation()}) {
    vtkNew<vtkTextProperty> copy;
    copy->ShallowCopy(&property);
    copy->SetOrientation(turn);
    std::array<int, 4> box{};
    renderer->GetBoundingBox(copy, vtkStdString("x"), box.data(), kDpi, vtkTextRenderer::FreeType);
  }
}

}  // namespace adit::viewer
