// A thing placed in the scene for scale: a headframe, a truck, a person. Float and near its own origin; the
// place is double.
#pragma once
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <string>
#include <vector>

#include "geology/model/provenance.h"
#include "geology/model/vec3.h"

namespace adit::geology {

struct AssetPart {
  std::vector<std::array<float, 3>> vertices, normals;  ///< Z up, metres, relative to the asset's origin
  std::vector<std::array<std::uint32_t, 3>> triangles;
  std::array<float, 4> color{0.7F, 0.7F, 0.7F, 1};  ///< RGBA 0..1
};

/// From an asset's own coordinates to those of the deposit: scaled, turned, moved.
struct AssetPose {
  Vec3 position;
  double heading = 0;  ///< degrees clockwise from north: where the asset's +Y looks
  double scale = 1;

  friend bool operator==(const AssetPose&, const AssetPose&) = default;

  /// A direction: turned only.
  Vec3 turned(const Vec3& own) const {
    const double angle = heading * std::numbers::pi / 180;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    return {own.x * c + own.y * s, own.y * c - own.x * s, own.z};
  }
  Vec3 place(const Vec3& own) const { return position + turned(own * scale); }
};

/// Float to double; own coordinates of an asset.
inline Vec3 ownPoint(const std::array<float, 3>& v) {
  return {static_cast<double>(v[0]), static_cast<double>(v[1]), static_cast<double>(v[2])};
}

struct PlacedAsset {
  std::string name;
  std::vector<AssetPart> parts;
  Vec3 position;
  double heading = 0;  ///< degrees clockwise from north
  double scale = 1;
  Provenance source;

  AssetPose pose() const { return {position, heading, scale}; }
  Box3 boundsAt(const AssetPose& pose) const {
    Box3 box;
    for (const AssetPart& part : parts)
      for (const auto& v : part.vertices) box.include(pose.place(ownPoint(v)));
    return box;
  }
  Box3 bounds() const { return boundsAt(pose()); }
};

}  // namespace adit::geology
