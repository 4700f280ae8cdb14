#include "viewer/geometry/sub_boxes.h"

#include <algorithm>

namespace adit::viewer {

/// What the cover leaves of a piece that it overlaps: left and right of it over the whole height, then below
/// and above it. Slivers narrower than the rounding of files are nothing.
void FaceCover::addRest(const Rectangle& piece, const Rectangle& cover) {
  const auto add = [&](const Rectangle& part) {
    if (part.max[0] - part.min[0] > kSamePlace && part.max[1] - part.min[1] > kSamePlace)
      rest_.push_back(part);
  };
  const float left = std::max(piece.min[0], cover.min[0]);
  const float right = std::min(piece.max[0], cover.max[0]);
  add({piece.min, {left, piece.max[1]}});
  add({{right, piece.min[1]}, piece.max});
  add({{left, piece.min[1]}, {right, cover.min[1]}});
  add({{left, cover.max[1]}, {right, piece.max[1]}});
}

bool FaceCover::add(const Rectangle& cover) {
  rest_.clear();
  bool hides = false;
  for (const Rectangle& piece : seen_) {
    if (overlap(piece, cover)) {
      addRest(piece, cover);
      hides = true;
    } else {
      rest_.push_back(piece);
    }
  }
  seen_.swap(rest_);
  return hides;
}

}  // namespace adit::viewer
