#include "viewer/scene/projector.h"

#include <vtkCamera.h>
#include <vtkMatrix4x4.h>

#include <algorithm>

namespace adit::viewer {

Projector::Projector(vtkRenderer& renderer, const SceneFrame& frame) : frame_(frame) {
  const int* size = renderer.GetSize();
  width_ = size[0];
  height_ = size[1];
  vtkMatrix4x4* matrix = renderer.GetActiveCamera()->GetCompositeProjectionTransformMatrix(
      width_ / std::max(1.0, height_), -1, 1);
  std::copy_n(matrix->GetData(), 16, matrix_.begin());
}

std::optional<Pixel> Projector::toPixel(const geology::Vec3& world) const {
  const geology::Vec3 p = frame_.toScene(world);
  const auto row = [&](std::size_t r) {
    return matrix_[r * 4] * p.x + matrix_[r * 4 + 1] * p.y + matrix_[r * 4 + 2] * p.z + matrix_[r * 4 + 3];
  };
  const double w = row(3);
  if (w <= 1e-9) return std::nullopt;
  return Pixel{(row(0) / w + 1) / 2 * width_, (row(1) / w + 1) / 2 * height_};
}

double Projector::depth(const geology::Vec3& world) const {
  const geology::Vec3 p = frame_.toScene(world);
  return matrix_[12] * p.x + matrix_[13] * p.y + matrix_[14] * p.z + matrix_[15];
}

}  // namespace adit::viewer
