#include "geology/synthetic/alluvial_fans.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace adit::synthetic {
namespace {

constexpr double kFanCatchment = 30e3;  // m2: smaller ones end in the talus of the range front

// Calls visit(index, distance) for the nodes within `radius` metres of the node.
template <class Visit>
void forDisc(const HeightGrid& grid, std::size_t node, double radius, Visit visit) {
  const int c = static_cast<int>(node % static_cast<std::size_t>(grid.n));
  const int r = static_cast<int>(node / static_cast<std::size_t>(grid.n));
  const int reach = static_cast<int>(radius / grid.spacing);
  for (int y = std::max(0, r - reach); y <= std::min(grid.n - 1, r + reach); ++y) {
    for (int x = std::max(0, c - reach); x <= std::min(grid.n - 1, c + reach); ++x) {
      const double distance = std::hypot(x - c, y - r) * grid.spacing;
      if (distance <= radius) visit(grid.index(x, y), distance);
    }
  }
}

}  // namespace

void buildFans(Landscape& landscape, const Drainage& water) {
  HeightGrid& grid = landscape.grid;
  std::vector<double> gravel(grid.height.size(), 0);
  for (std::size_t node = 0; node < gravel.size(); ++node) {
    const std::uint32_t mouth = water.receiver[node];
    if (landscape.outlets[node] || !landscape.outlets[mouth] || water.area[node] < kFanCatchment) continue;
    const double size = std::log10(water.area[node] / kFanCatchment);  // 0 .. 2
    const double length = 160 + 220 * size;
    forDisc(grid, mouth, 4 * length, [&](std::size_t at, double distance) {
      if (landscape.outlets[at])
        gravel[at] = std::max(gravel[at], (7 + 14 * size) * (std::exp(-distance / length) - std::exp(-4.0)));
    });
  }
  for (std::size_t node = 0; node < gravel.size(); ++node) grid.height[node] += gravel[node];
}

void engraveWashes(HeightGrid& grid, const Drainage& water, const std::vector<std::uint8_t>& gravel) {
  constexpr double kWashCatchment = 8e3;  // m2
  HeightGrid cut{grid.n, grid.spacing, std::vector<double>(gravel.size(), 0)};
  for (std::size_t node = 0; node < gravel.size(); ++node)
    if (gravel[node] && water.area[node] > kWashCatchment)
      cut.height[node] = std::min(4.0, 0.6 * std::log2(water.area[node] / kWashCatchment));
  for (int pass = 0; pass < 2; ++pass) smooth(cut, 0.6);
  for (std::size_t node = 0; node < gravel.size(); ++node) grid.height[node] -= cut.height[node];
}

}  // namespace adit::synthetic
