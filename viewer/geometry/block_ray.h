// The first block that a ray meets: what is under the pointer.
#pragma once
#include <cstdint>
#include <optional>

#include "viewer/geometry/block_index.h"
#include "viewer/geometry/cut_planes.h"

namespace adit::viewer {

/// In true (unstretched) deposit coordinates.
struct Ray {
  geology::Vec3 origin;
  geology::Vec3 direction;  ///< of any length but 0
};

struct BlockHit {
  std::uint32_t block = 0;
  geology::Vec3
      position;         ///< on the block's face, or on the cutting plane that opens it, or the ray's origin
  double distance = 0;  ///< from the ray's origin, in deposit units
};

/// The nearest shown block on the ray within the ground that all planes keep; nothing when there is none.
std::optional<BlockHit> firstBlockOnRay(const BlockIndex& index, const geology::BitMask& shown,
                                        const CutPlanes& planes, const Ray& ray);

}  // namespace adit::viewer
