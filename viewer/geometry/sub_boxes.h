// Faces of sub-blocks as rectangles in fractions of their parent, and whether some cover another.
#pragma once
#include <array>
#include <vector>

#include "geology/model/block_model.h"

namespace adit::viewer {

/// Of a parent's side: closer than this is the same place. Files round coordinates: a millimetre of a block
/// of 10 m is 1e-4. Real sub-blocks are 100 times as large.
constexpr float kSamePlace = 2e-4F;

/// A rectangle in the plane of two lattice axes, in fractions of a parent.
struct Rectangle {
  std::array<float, 2> min, max;
};
/// The face of a box square to `axis`.
inline Rectangle faceOf(const geology::SubBox& box, std::size_t axis) {
  const std::size_t u = (axis + 1) % 3;
  const std::size_t v = (axis + 2) % 3;
  return {{box.min[u], box.min[v]}, {box.max[u], box.max[v]}};
}

/// They share more than an edge.
inline bool overlap(const Rectangle& a, const Rectangle& b) {
  for (std::size_t axis = 0; axis < 2; ++axis)
    if (a.max[axis] <= b.min[axis] + kSamePlace || b.max[axis] <= a.min[axis] + kSamePlace) return false;
  return true;
}

/// What is still seen of a face while others are laid on it one after the other.
class FaceCover {
 public:
  void begin(const Rectangle& face) { seen_.assign(1, face); }
  /// Takes what the cover hides out of what is still seen. False when it hid nothing new.
  bool add(const Rectangle& cover);
  bool whole() const { return seen_.empty(); }

 private:
  void addRest(const Rectangle& piece, const Rectangle& cover);
  std::vector<Rectangle> seen_;  ///< pieces of the face that do not overlap
  std::vector<Rectangle> rest_;  ///< of the step that is going on; kept for its memory
};

}  // namespace adit::viewer
