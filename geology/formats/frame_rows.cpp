#include "geology/formats/frame_rows.h"

#include <algorithm>

#include "geology/formats/row_loop.h"

namespace adit::formats {

using geology::Vec3;

FrameRows::FrameRows(const LatticeQuery& query, const Frame& frame) : query_(query), frame_(frame) {
  for (const Vec3& size : query_.sizes) {
    if (!isFinite(size) || !(size.x > 0 && size.y > 0 && size.z > 0)) continue;
    largest_ = {std::max(largest_.x, size.x), std::max(largest_.y, size.y), std::max(largest_.z, size.z)};
  }
  sized_ = largest_.x > 0;
  if (!sized_) return;
  Vec3 parent = largest_;
  if (query_.cellSize)
    parent = {std::max(parent.x, query_.cellSize->x), std::max(parent.y, query_.cellSize->y),
              std::max(parent.z, query_.cellSize->z)};
  uniform_ = std::all_of(query_.sizes.begin(), query_.sizes.end(), [&](const Vec3& size) {
    return size.x >= parent.x * (1 - kSameSize) && size.y >= parent.y * (1 - kSameSize) &&
           size.z >= parent.z * (1 - kSameSize);
  });
}

bool FrameRows::usable(std::size_t row) const {
  if (query_.planes != nullptr ? !query_.planes->hasPosition(row) : !isFinite(query_.points[row]))
    return false;
  if (!sized_) return true;
  const Vec3& size = query_.sizes[query_.sizes.size() == 1 ? 0 : row];
  return isFinite(size) && size.x > 0 && size.y > 0 && size.z > 0;
}

double FrameRows::at(std::size_t row, std::size_t axis) const {
  if (query_.planes != nullptr) return query_.planes->at(row, axis);
  return dot(query_.points[row] - frame_.base, frame_.axes[axis]);
}

double FrameRows::size(std::size_t row, std::size_t axis) const {
  // A size that is not stated is 0.
  return sized_ ? component(query_.sizes[query_.sizes.size() == 1 ? 0 : row], axis) : 0;
}

Planes FrameRows::planes(std::size_t axis, double atLeastSize) const {
  if (query_.planes == nullptr || !oneSize()) {
    std::vector<double> values;
    values.reserve(count());
    forEachRow(count(), query_.progress, [&](std::size_t row) {
      if (usable(row) && size(row, axis) >= atLeastSize) values.push_back(at(row, axis));
    });
    return planesOf(values);
  }
  Planes planes;
  if (count() == 0 || size(0, axis) < atLeastSize) return planes;
  const PlaneRows::Axis& along = query_.planes->axes[axis];
  for (std::size_t plane = 0; plane < along.planes.size(); ++plane)
    planes.push_back({along.planes[plane], static_cast<double>(along.rows[plane])});
  std::sort(planes.begin(), planes.end(), [](const Plane& a, const Plane& b) { return a.at < b.at; });
  return planes;
}

double FrameRows::statedSize(std::size_t axis) const {
  return query_.cellSize ? component(*query_.cellSize, axis) : 0;
}

}  // namespace adit::formats
