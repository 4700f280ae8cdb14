// A thing placed in the scene for scale: a headframe, a truck, a person. Float and near its own origin; the
// place is double.
#pragma once
#include <array>
#include <cstdint>
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

struct PlacedAsset {
  std::string name;
  std::vector<AssetPart> parts;
  Vec3 position;
  double heading = 0;  ///< degrees clockwise from north
  double scale = 1;
  Provenance source;

  Box3 bounds() const {
    Box3 box;
    for (const AssetPart& part : parts)
      for (const auto& v : part.vertices)
        box.include(position +
                    Vec3{static_cast<double>(v[0]), static_cast<double>(v[1]), static_cast<double>(v[2])} *
                        scale);
    return box;
  }
};

}  // namespace adit::geology
