// The faces that may hide those of a cell's sub-blocks in one direction.
#pragma once
#include <array>
#include <span>
#include <vector>

#include "viewer/geometry/block_index.h"
#include "viewer/geometry/sub_boxes.h"

namespace adit::viewer {

/// A block's face that looks against the direction that is asked for.
struct Facing {
  float plane;  ///< along the axis, in fractions of the parent that is asked for
  Rectangle face;
  std::uint32_t block;
};

/// Those of a cell and of the next one in the direction. Faces of one plane lie together, from low to high
/// along the first axis of the plane, so that a face is compared with few of them even in a cell of 512
/// blocks.
class FacingFaces {
 public:
  explicit FacingFaces(const BlockIndex& index) : index_(index) {}

  /// Forgets the last cell, but keeps its memory.
  void gather(const std::array<std::int64_t, 3>& cell, std::size_t direction);
  /// Those that may overlap a face that lies on this plane.
  std::span<const Facing> around(const Rectangle& face, float plane) const;

 private:
  void add(const std::array<std::int64_t, 3>& cell, std::size_t direction, float shift);
  void sortByPlane();

  const BlockIndex& index_;
  std::vector<Facing> faces_;
  float widest_ = 0;  ///< along the first axis of the plane
};

}  // namespace adit::viewer
