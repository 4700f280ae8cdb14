// Sub-blocks as boxes in fractions of their parent: which touch, which cover, which fill.
#pragma once
#include <array>
#include <span>
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
Rectangle faceOf(const geology::SubBox& box, std::size_t axis);

/// Whether rectangles cover a face wholly; given one at a time, until they do.
class FaceCover {
 public:
  void begin(const Rectangle& face);
  /// Takes what the cover hides out of what is still seen.
  void add(const Rectangle& cover);
  bool whole() const { return seen_.empty(); }

 private:
  void addPiece(const Rectangle& piece, std::vector<Rectangle>& pieces) const;
  std::vector<Rectangle> seen_;  ///< pieces of the face that do not overlap
  std::vector<Rectangle> rest_;  ///< kept for its memory
};

/// The boxes lie in the cell, do not overlap, and leave no gap.
bool fillTheCell(std::span<const geology::SubBox> boxes);

}  // namespace adit::viewer
