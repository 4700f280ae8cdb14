#include "geology/synthetic/erosion.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geology/synthetic/random.h"

namespace adit::synthetic {
namespace {

double stepLength(const HeightGrid& grid, std::uint32_t from, std::uint32_t to) {
  const auto n = static_cast<std::uint32_t>(grid.n);
  const bool diagonal = from % n != to % n && from / n != to / n;
  return diagonal ? grid.spacing * std::numbers::sqrt2 : grid.spacing;
}

// Hillslope creep: every node goes `amount` of the way to the mean of its four neighbours.
void creep(Landscape& landscape, double amount) {
  const std::vector<double> held = landscape.grid.height;
  smooth(landscape.grid, amount);
  for (std::size_t node = 0; node < held.size(); ++node)
    if (landscape.outlets[node]) landscape.grid.height[node] = held[node];
}

}  // namespace

void erode(Landscape& landscape, const ErosionSettings& settings, const geology::Progress& progress) {
  HeightGrid& grid = landscape.grid;
  for (int step = 0; step < settings.steps; ++step) {
    progress.throwIfCancelled();
    // Other dice in every step: a slope has no favourite direction, while a valley, once cut, keeps its
    // water.
    const std::uint64_t dice = subSeed(settings.seed, static_cast<std::uint64_t>(step));
    const Drainage water = drain(grid, landscape.outlets, {settings.jitter, dice});
    for (const std::uint32_t node : water.order) {
      if (landscape.outlets[node]) continue;
      const std::uint32_t below = water.receiver[node];
      const double run = stepLength(grid, node, below);
      const double factor = settings.strength * landscape.erodibility[node] *
                            std::pow(water.area[node] + settings.hillslopeArea, settings.areaExponent) / run;
      const double risen = water.filled[node] + settings.uplift * landscape.uplift[node];
      const double cut = (risen + factor * grid.height[below]) / (1 + factor);
      grid.height[node] = std::min(cut, grid.height[below] + settings.talusSlope * run);
    }
    creep(landscape, settings.creep);
  }
}

void smooth(HeightGrid& grid, double amount) {
  const std::vector<double> before = grid.height;
  for (int r = 1; r + 1 < grid.n; ++r) {
    for (int c = 1; c + 1 < grid.n; ++c) {
      const double mean = (before[grid.index(c - 1, r)] + before[grid.index(c + 1, r)] +
                           before[grid.index(c, r - 1)] + before[grid.index(c, r + 1)]) /
                          4;
      double& height = grid.height[grid.index(c, r)];
      height += amount * (mean - height);
    }
  }
}

}  // namespace adit::synthetic
