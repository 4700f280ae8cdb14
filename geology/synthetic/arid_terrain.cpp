#include "geology/synthetic/arid_terrain.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "geology/model/parallel_for.h"
#include "geology/synthetic/alluvial_fans.h"
#include "geology/synthetic/country.h"
#include "geology/synthetic/erosion.h"
#include "geology/synthetic/noise.h"

namespace adit::synthetic {
namespace {

using geology::Progress;

constexpr double kValleySlope = 0.05;  // gravel fills the valleys up to this gradient
constexpr double kBasinSlope = 0.08;   // of the rock under the plain, away from the front
constexpr double kBasinDepth = 60;     // metres of gravel at most
constexpr double kSteepness = 33;      // uplift over erosive strength: the relief of the mountains

/// One grid of the multigrid: the water finds its way on a coarse grid, and its valleys get their detail on
/// finer ones.
struct Level {
  int coarseness;  // spacings of the finest grid
  int steps;
  double uplift;  // metres a step
};
constexpr std::array<Level, 3> kLevels{{{4, 70, 10}, {2, 25, 5}, {1, 6, 3}}};

// Calls visit(node, x, y) for every node, on all cores; x and y are metres from the middle of the grid.
template <class Visit>
void forNodes(const HeightGrid& grid, const Progress& progress, Visit visit) {
  const double half = grid.spacing * (grid.n - 1) / 2;
  geology::parallelFor({static_cast<std::size_t>(grid.n), 32, 0}, progress, [&](geology::ParallelRange rows) {
    for (int r = static_cast<int>(rows.begin); r < static_cast<int>(rows.end); ++r)
      for (int c = 0; c < grid.n; ++c)
        visit(grid.index(c, r), c * grid.spacing - half, r * grid.spacing - half);
  });
}

Landscape plain(const Country& country, int n, double side, const Progress& progress) {
  const std::size_t count = static_cast<std::size_t>(n) * static_cast<std::size_t>(n);
  Landscape land{.grid = {n, side / (n - 1), std::vector<double>(count)},
                 .outlets = std::vector<std::uint8_t>(count),
                 .uplift = std::vector<double>(count),
                 .erodibility = std::vector<double>(count)};
  forNodes(land.grid, progress, [&](std::size_t node, double x, double y) {
    const double inside = country.insideFront(x, y);
    land.uplift[node] = country.uplift(x, y, inside);
    land.outlets[node] = land.uplift[node] <= 0;
    land.erodibility[node] = country.erodibility(x, y);
    land.grid.height[node] = country.baseLevel(x, y, inside);
  });
  return land;
}

void addOldSurface(const Country& country, Landscape& land, const Progress& progress) {
  forNodes(land.grid, progress, [&](std::size_t node, double x, double y) {
    if (!land.outlets[node]) land.grid.height[node] += std::abs(country.oldSurface(x, y));
  });
}

// Bilinear height at a place in node units, held at the edges.
double interpolate(const HeightGrid& grid, double u, double v) {
  const double last = grid.n - 1;
  const int c = std::min(static_cast<int>(std::clamp(u, 0.0, last)), grid.n - 2);
  const int r = std::min(static_cast<int>(std::clamp(v, 0.0, last)), grid.n - 2);
  const double fu = std::clamp(u, 0.0, last) - c;
  const double fv = std::clamp(v, 0.0, last) - r;
  return std::lerp(std::lerp(grid.height[grid.index(c, r)], grid.height[grid.index(c + 1, r)], fu),
                   std::lerp(grid.height[grid.index(c, r + 1)], grid.height[grid.index(c + 1, r + 1)], fu),
                   fv);
}

// The heights of a coarser grid, read at places that wander by a few of its nodes: the valleys of the coarse
// grid follow its eight directions, those of the land do not. The erosion that follows makes the slopes right
// again.
void refine(const HeightGrid& coarse, const Country& country, Landscape& fine, const Progress& progress) {
  const double half = coarse.spacing * (coarse.n - 1) / 2;
  const double reach = 2.2 * coarse.spacing;
  const double wave = 9 * coarse.spacing;
  forNodes(fine.grid, progress, [&](std::size_t node, double x, double y) {
    if (fine.outlets[node]) return;
    const double u = x + half + reach * fractalNoise(x / wave, y / wave, country.seed(11), 3);
    const double v = y + half + reach * fractalNoise(x / wave, y / wave, country.seed(12), 3);
    fine.grid.height[node] = interpolate(coarse, u / coarse.spacing, v / coarse.spacing) +
                             0.1 * fine.grid.spacing * country.roughness(x, y);
  });
}

Landscape evolve(const Country& country, int n, double side, const Progress& progress) {
  Landscape land;
  for (const Level& level : kLevels) {
    Landscape next = plain(country, (n - 1) / level.coarseness + 1, side, progress);
    if (land.grid.n == 0)
      addOldSurface(country, next, progress);
    else
      refine(land.grid, country, next, progress);
    land = std::move(next);
    ErosionSettings settings;
    settings.steps = level.steps;
    settings.uplift = level.uplift;
    settings.strength = level.uplift / kSteepness;
    settings.seed = country.seed(20 + static_cast<std::uint64_t>(level.coarseness));
    erode(land, settings, progress);
  }
  return land;
}

std::vector<std::uint8_t> edgeOf(const HeightGrid& grid) {
  std::vector<std::uint8_t> edge(grid.height.size());
  for (int i = 0; i < grid.n; ++i)
    edge[grid.index(i, 0)] = edge[grid.index(i, grid.n - 1)] = edge[grid.index(0, i)] =
        edge[grid.index(grid.n - 1, i)] = 1;
  return edge;
}

// Fans, valley fill, boulders and washes on the finished rock. Returns where the water goes in the end.
Drainage deposit(const Country& country, Landscape& land, const Progress& progress) {
  const std::vector<double> rock = land.grid.height;
  buildFans(land, drain(land.grid, land.outlets, {}));
  land.grid.height = drain(land.grid, land.outlets, {.fillSlope = kValleySlope}).filled;
  smooth(land.grid, 0.5);
  std::vector<std::uint8_t> gravel(rock.size());
  forNodes(land.grid, progress, [&](std::size_t node, double x, double y) {
    gravel[node] = land.outlets[node] || land.grid.height[node] > rock[node] + 0.5;
    land.grid.height[node] += (gravel[node] ? 1.3 : 3.0) * country.roughness(x, y);
  });
  Drainage water = drain(land.grid, edgeOf(land.grid), {.jitter = 0.6, .seed = country.seed(30)});
  engraveWashes(land.grid, water, gravel);
  smooth(land.grid, 0.3);
  return water;
}

}  // namespace

AridTerrain aridTerrain(const AridTerrainOptions& options, const Progress& progress) {
  const Country country(options);
  // The country is a little larger than the piece that is kept, so that the water does not end at its edge.
  const int margin = (options.nodes - 1) / 16;
  const int n = options.nodes + 2 * margin;
  const double spacing = options.extent / (options.nodes - 1);
  Landscape land = evolve(country, n, spacing * (n - 1), progress);
  const std::vector<double> rock = land.grid.height;
  const Drainage water = deposit(country, land, progress);

  AridTerrain out;
  geology::Terrain& t = out.topography;
  t.columns = t.rows = options.nodes;
  t.stepColumn = {spacing, 0};
  t.stepRow = {0, spacing};
  t.origin = {options.centreX - options.extent / 2, options.centreY - options.extent / 2};
  for (int r = 0; r < options.nodes; ++r) {
    for (int c = 0; c < options.nodes; ++c) {
      const std::size_t node = land.grid.index(c + margin, r + margin);
      t.heights.push_back(static_cast<float>(options.baseHeight + land.grid.height[node]));
      const double inside =
          country.insideFront(c * spacing - options.extent / 2, r * spacing - options.extent / 2);
      out.alluvium.push_back(static_cast<float>(std::max(0.0, land.grid.height[node] - rock[node]) +
                                                std::clamp(-kBasinSlope * inside, 0.0, kBasinDepth)));
      out.drainage.push_back(static_cast<float>(water.area[node]));
    }
  }
  return out;
}

}  // namespace adit::synthetic
