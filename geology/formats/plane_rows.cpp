#include "geology/formats/plane_rows.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace adit::formats {
namespace {

using geology::Vec3;

constexpr Vec3 kNowhere{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN(),
                        std::numeric_limits<double>::quiet_NaN()};

}  // namespace

Vec3 PlaneRows::lowest() const {
  const auto of = [](const Axis& axis) {
    return axis.planes.empty() ? kNowhere.x : *std::min_element(axis.planes.begin(), axis.planes.end());
  };
  return {of(axes[0]), of(axes[1]), of(axes[2])};
}

void PlaneRows::move(double by) {
  for (Axis& axis : axes)
    for (double& plane : axis.planes) plane += by;
}

std::vector<Vec3> PlaneRows::points() const {
  std::vector<Vec3> points(size(), kNowhere);
  for (std::size_t row = 0; row < points.size(); ++row)
    if (hasPosition(row)) points[row] = {at(row, 0), at(row, 1), at(row, 2)};
  return points;
}

std::optional<std::uint16_t> PlaneNumbers::find(double coordinate) {
  coordinate += 0.0;  // -0 is the plane of 0
  if (2 * (planes_.size() + 1) > table_.size()) growTable();
  const std::size_t mask = table_.size() - 1;
  std::size_t slot = (std::bit_cast<std::uint64_t>(coordinate) * 0x9E3779B97F4A7C15ULL >> 32U) & mask;
  for (; table_[slot] != kNoPlane; slot = (slot + 1) & mask)
    if (planes_[table_[slot]] == coordinate) return counted(last_ = table_[slot]);
  if (planes_.size() == kMostRowPlanes) return std::nullopt;
  last_ = static_cast<std::uint16_t>(planes_.size());
  planes_.push_back(coordinate);
  counts_.push_back(1);
  table_[slot] = last_;
  return last_;
}

void PlaneNumbers::growTable() {
  table_.assign(std::max<std::size_t>(64, 2 * table_.size()), kNoPlane);
  const std::size_t mask = table_.size() - 1;
  for (std::size_t plane = 0; plane < planes_.size(); ++plane) {
    std::size_t slot = (std::bit_cast<std::uint64_t>(planes_[plane]) * 0x9E3779B97F4A7C15ULL >> 32U) & mask;
    while (table_[slot] != kNoPlane) slot = (slot + 1) & mask;
    table_[slot] = static_cast<std::uint16_t>(plane);
  }
}

}  // namespace adit::formats
