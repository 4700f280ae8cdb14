#include "viewer/scene/face_light.h"

#include <vtkProperty.h>
#include <vtkRenderer.h>

#include <algorithm>

#include "viewer/scene/lamps.h"

namespace adit::viewer {

using geology::Vec3;

Color lightOnFace(vtkRenderer& renderer, vtkProperty& property, const Vec3& normalInView) {
  const Vec3 normal = normalInView.z < 0 ? normalInView * -1 : normalInView;
  Vec3 sum = Vec3{1, 1, 1} * property.GetAmbient();
  for (const Lamp& lamp : lampsInView(renderer))
    sum += lamp.color * (property.GetDiffuse() * std::max(0.0, -dot(lamp.beam, normal)));
  return {static_cast<float>(sum.x), static_cast<float>(sum.y), static_cast<float>(sum.z)};
}

}  // namespace adit::viewer
