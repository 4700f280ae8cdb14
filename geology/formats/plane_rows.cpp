#include "geology/formats/plane_rows.h"

#include <algorithm>
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

void PlaneRows::move(const Vec3& by) {
  const std::array<double, 3> along{by.x, by.y, by.z};
  for (std::size_t a = 0; a < 3; ++a)
    for (double& plane : axes[a].planes) plane += along[a];
}

std::vector<Vec3> PlaneRows::points() const {
  std::vector<Vec3> points(size(), kNowhere);
  for (std::size_t row = 0; row < points.size(); ++row)
    if (hasPosition(row)) points[row] = {at(row, 0), at(row, 1), at(row, 2)};
  return points;
}

}  // namespace adit::formats
