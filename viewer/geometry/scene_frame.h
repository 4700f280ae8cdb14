// From deposit coordinates (double, UTM-sized) to the scene's own (float, near zero, z stretched).
#pragma once
#include <array>

#include "geology/model/vec3.h"

namespace adit::viewer {

/// The scene origin is subtracted in double before anything becomes float. Vertical exaggeration stretches z
/// about the origin's height.
struct SceneFrame {
  geology::Vec3 origin;
  double exaggeration = 1;

  friend bool operator==(const SceneFrame&, const SceneFrame&) = default;

  geology::Vec3 toScene(const geology::Vec3& world) const {
    const geology::Vec3 d = world - origin;
    return {d.x, d.y, d.z * exaggeration};
  }
  geology::Vec3 toWorld(const geology::Vec3& scene) const {
    return origin + geology::Vec3{scene.x, scene.y, scene.z / exaggeration};
  }
  std::array<float, 3> toFloat(const geology::Vec3& world) const {
    const geology::Vec3 s = toScene(world);
    return {static_cast<float>(s.x), static_cast<float>(s.y), static_cast<float>(s.z)};
  }
  /// A plane's normal in the scene for a normal in the world: stretched planes turn (inverse transpose).
  geology::Vec3 normalToScene(const geology::Vec3& normal) const {
    return geology::normalized({normal.x, normal.y, normal.z / exaggeration});
  }
};

}  // namespace adit::viewer
