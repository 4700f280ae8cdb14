// A thing for scale, typed in: a tower of two boxes, 20 x 20 and 40 high over its lowest point.
#pragma once
#include <memory>

#include "geology/model/placed_asset.h"

namespace adit::tests {

inline void addBox(geology::AssetPart& part, const geology::Vec3& min, const geology::Vec3& max) {
  const auto first = static_cast<std::uint32_t>(part.vertices.size());
  for (int c = 0; c < 8; ++c)
    part.vertices.push_back({static_cast<float>((c & 1) ? max.x : min.x),
                             static_cast<float>((c & 2) ? max.y : min.y),
                             static_cast<float>((c & 4) ? max.z : min.z)});
  for (const auto& [i, j, k] : std::initializer_list<std::array<std::uint32_t, 3>>{{0, 2, 1},
                                                                                   {1, 2, 3},
                                                                                   {4, 5, 6},
                                                                                   {5, 7, 6},
                                                                                   {0, 1, 4},
                                                                                   {1, 5, 4},
                                                                                   {2, 6, 3},
                                                                                   {3, 6, 7},
                                                                                   {0, 4, 2},
                                                                                   {2, 4, 6},
                                                                                   {1, 3, 5},
                                                                                   {3, 7, 5}})
    part.triangles.push_back({first + i, first + j, first + k});
}

/// Its origin is 10 over its lowest point. The mast stands at the side of +Y, so that its heading is seen.
inline std::shared_ptr<geology::PlacedAsset> sampleAsset() {
  auto asset = std::make_shared<geology::PlacedAsset>();
  asset->name = "tower";
  geology::AssetPart house, mast;
  house.color = {0.8F, 0.75F, 0.6F, 1};
  mast.color = {0.7F, 0.2F, 0.15F, 1};
  addBox(house, {-10, -10, -10}, {10, 10, 10});
  addBox(mast, {-3, 4, 10}, {3, 10, 30});
  asset->parts = {house, mast};
  return asset;
}

}  // namespace adit::tests
