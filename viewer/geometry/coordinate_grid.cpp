#include "viewer/geometry/coordinate_grid.h"

#include <cmath>

#include "viewer/geometry/terrain_mesh.h"
#include "viewer/state/facts.h"

namespace adit::viewer {

std::vector<double> ticks(double lo, double hi, double step) {
  std::vector<double> values;
  if (!(step > 0) || (hi - lo) / step > 10'000) return values;
  for (double i = std::ceil(lo / step - 1e-9); i * step <= hi + step * 1e-9; ++i) values.push_back(i * step);
  return values;
}

std::string coordinateText(double value, double step) {
  const double magnitude = std::abs(value);
  std::string text =
      withThousands(static_cast<std::size_t>(step >= 1 ? std::llround(magnitude) : std::floor(magnitude)));
  if (step < 1) {
    std::string decimals = std::to_string(magnitude - std::floor(magnitude));
    text += decimals.substr(1, 1 + static_cast<std::size_t>(std::ceil(-std::log10(step))));
  }
  return value < 0 ? "-" + text : text;
}

GridFrame gridFrameOf(const geology::Box3& bounds) {
  GridFrame grid;
  const geology::Vec3 size = bounds.size();
  grid.step = roundStep(std::max(size.x, size.y), 8);
  grid.zStep = roundStep(std::max(size.z, grid.step * 0.2), 5);
  const auto down = [](double v, double step) { return std::floor(v / step) * step; };
  const auto up = [](double v, double step) { return std::ceil(v / step) * step; };
  grid.box.include(geology::Vec3{down(bounds.min.x, grid.step), down(bounds.min.y, grid.step),
                                 down(bounds.min.z, grid.zStep)});
  grid.box.include(
      geology::Vec3{up(bounds.max.x, grid.step), up(bounds.max.y, grid.step), up(bounds.max.z, grid.zStep)});
  return grid;
}

MeshBuffer floorLines(const GridFrame& grid, const SceneFrame& frame) {
  MeshBuffer lines;
  const auto& [lo, hi] = std::pair(grid.box.min, grid.box.max);
  const auto add = [&](const geology::Vec3& a, const geology::Vec3& b) {
    const auto first = static_cast<std::int64_t>(lines.points.size());
    lines.points.push_back(frame.toFloat(a));
    lines.points.push_back(frame.toFloat(b));
    lines.addPolygon({first, first + 1}, 0);
  };
  for (const double x : ticks(lo.x, hi.x, grid.step)) add({x, lo.y, lo.z}, {x, hi.y, lo.z});
  for (const double y : ticks(lo.y, hi.y, grid.step)) add({lo.x, y, lo.z}, {hi.x, y, lo.z});
  return lines;
}

}  // namespace adit::viewer
