// From the deposit to pixels of a view and back, with the camera of the last frame.
#pragma once
#include <vtkRenderer.h>

#include <optional>

#include "viewer/geometry/scene_frame.h"
#include "viewer/scene/canvas.h"

namespace adit::viewer {

class Projector {
 public:
  Projector(vtkRenderer& renderer, const SceneFrame& frame);
  /// Pixels of the renderer; nothing behind the eye.
  std::optional<Pixel> toPixel(const geology::Vec3& world) const;
  /// Depth order: smaller is nearer.
  double depth(const geology::Vec3& world) const;
  double width() const { return width_; }
  double height() const { return height_; }

 private:
  std::array<double, 16> matrix_{};
  SceneFrame frame_;
  double width_ = 0, height_ = 0;
};

}  // namespace adit::viewer
