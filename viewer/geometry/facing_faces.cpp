#include "viewer/geometry/facing_faces.h"

#include <algorithm>

namespace adit::viewer {

using Cell = std::array<std::int64_t, 3>;

void FacingFaces::gather(const Cell& cell, std::size_t direction) {
  faces_.clear();
  widest_ = 0;
  add(cell, direction, 0);
  const std::size_t axis = direction / 2;
  const int step = direction % 2 == 1 ? 1 : -1;
  Cell next = cell;
  next[axis] += step;
  if (next[axis] >= 0 && next[axis] < index_.model().lattice.count[axis])
    add(next, direction, static_cast<float>(step));
  sortByPlane();
}

void FacingFaces::add(const Cell& cell, std::size_t direction, float shift) {
  const std::size_t axis = direction / 2;
  const BlockRange blocks = index_.blocksOf(cell[0], cell[1], cell[2]);
  for (std::size_t block = blocks.begin; block < blocks.end; ++block) {
    const geology::SubBox& box = index_.model().boxes[block];
    const float plane = (direction % 2 == 1 ? box.min[axis] : box.max[axis]) + shift;
    if (plane < -kSamePlace || plane > 1 + kSamePlace) continue;  // of the next cell, but not on its border
    faces_.push_back({plane, faceOf(box, axis), static_cast<std::uint32_t>(block)});
    widest_ = std::max(widest_, faces_.back().face.max[0] - faces_.back().face.min[0]);
  }
}

void FacingFaces::sortByPlane() {
  std::sort(faces_.begin(), faces_.end(), [](const Facing& a, const Facing& b) { return a.plane < b.plane; });
  // What differs by the rounding of files is one plane, and is given one number.
  for (std::size_t i = 1; i < faces_.size(); ++i)
    if (faces_[i].plane <= faces_[i - 1].plane + kSamePlace) faces_[i].plane = faces_[i - 1].plane;
  std::sort(faces_.begin(), faces_.end(), [](const Facing& a, const Facing& b) {
    return a.plane != b.plane ? a.plane < b.plane : a.face.min[0] < b.face.min[0];
  });
}

std::span<const Facing> FacingFaces::around(const Rectangle& face, float plane) const {
  // The number of a plane is that of its lowest face, which may be lower by the rounding.
  const auto first = std::partition_point(faces_.begin(), faces_.end(), [&](const Facing& other) {
    return other.plane < plane - 2 * kSamePlace;
  });
  if (first == faces_.end() || first->plane > plane + kSamePlace) return {};
  const auto last = std::partition_point(first, faces_.end(),
                                         [&](const Facing& other) { return other.plane == first->plane; });
  const auto from = std::partition_point(
      first, last, [&](const Facing& other) { return other.face.min[0] + widest_ <= face.min[0]; });
  const auto to =
      std::partition_point(from, last, [&](const Facing& other) { return other.face.min[0] < face.max[0]; });
  return {from, to};
}

}  // namespace adit::viewer
