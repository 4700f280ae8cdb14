#include "viewer/geometry/sub_boxes.h"

#include <algorithm>
#include <cmath>

namespace adit::viewer {

using geology::SubBox;

namespace {

bool overlap(const SubBox& a, const SubBox& b) {
  for (std::size_t axis = 0; axis < 3; ++axis)
    if (a.max[axis] <= b.min[axis] + kSamePlace || b.max[axis] <= a.min[axis] + kSamePlace) return false;
  return true;
}

double volumeOf(const SubBox& box) {
  double volume = 1;
  for (std::size_t axis = 0; axis < 3; ++axis) volume *= static_cast<double>(box.max[axis] - box.min[axis]);
  return volume;
}

bool insideTheCell(const SubBox& box) {
  for (std::size_t axis = 0; axis < 3; ++axis)
    if (box.min[axis] < -kSamePlace || box.max[axis] > 1 + kSamePlace) return false;
  return true;
}

}  // namespace

Rectangle faceOf(const SubBox& box, std::size_t axis) {
  const std::size_t u = (axis + 1) % 3;
  const std::size_t v = (axis + 2) % 3;
  return {{box.min[u], box.min[v]}, {box.max[u], box.max[v]}};
}

void FaceCover::begin(const Rectangle& face) {
  seen_.assign(1, face);
}

/// Slivers narrower than the rounding of files are no pieces.
void FaceCover::addPiece(const Rectangle& piece, std::vector<Rectangle>& pieces) const {
  if (piece.max[0] - piece.min[0] > kSamePlace && piece.max[1] - piece.min[1] > kSamePlace)
    pieces.push_back(piece);
}

void FaceCover::add(const Rectangle& cover) {
  rest_.clear();
  for (const Rectangle& piece : seen_) {
    Rectangle hidden;
    for (std::size_t a = 0; a < 2; ++a) {
      hidden.min[a] = std::max(piece.min[a], cover.min[a]);
      hidden.max[a] = std::min(piece.max[a], cover.max[a]);
    }
    if (hidden.min[0] >= hidden.max[0] || hidden.min[1] >= hidden.max[1]) {
      rest_.push_back(piece);
      continue;
    }
    // What is left and right of it over the whole height, then what is below and above it.
    addPiece({piece.min, {hidden.min[0], piece.max[1]}}, rest_);
    addPiece({{hidden.max[0], piece.min[1]}, piece.max}, rest_);
    addPiece({{hidden.min[0], piece.min[1]}, {hidden.max[0], hidden.min[1]}}, rest_);
    addPiece({{hidden.min[0], hidden.max[1]}, {hidden.max[0], piece.max[1]}}, rest_);
  }
  seen_.swap(rest_);
}

bool fillTheCell(std::span<const SubBox> boxes) {
  if (!std::all_of(boxes.begin(), boxes.end(), insideTheCell)) return false;
  double volume = 0;
  double smallest = 1;
  for (const SubBox& box : boxes) {
    volume += volumeOf(box);
    smallest = std::min(smallest, volumeOf(box));
  }
  // A gap may be as small as the smallest box. What rounding in files makes uncertain counts as not filled.
  if (std::abs(volume - 1) > std::min(1e-5, smallest / 4)) return false;
  std::vector<SubBox> sorted(boxes.begin(), boxes.end());
  std::sort(sorted.begin(), sorted.end(), [](const SubBox& a, const SubBox& b) { return a.min < b.min; });
  for (std::size_t a = 0; a < sorted.size(); ++a)
    for (std::size_t b = a + 1; b < sorted.size() && sorted[b].min[0] < sorted[a].max[0]; ++b)
      if (overlap(sorted[a], sorted[b])) return false;
  return true;
}

}  // namespace adit::viewer
