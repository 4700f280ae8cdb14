#include "geology/synthetic/arid_terrain.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "geology/synthetic/alluvial_fans.h"
#include "geology/synthetic/erosion.h"
#include "geology/synthetic/noise.h"
#include "geology/synthetic/random.h"

namespace adit::synthetic {
namespace {

constexpr double kValleySlope = 0.05;  // gravel fills the valleys up to this gradient
constexpr int kLevels = 3;             // grids of 4, 2 and 1 times the spacing

double smoothstep(double low, double high, double x) {
  const double t = std::clamp((x - low) / (high - low), 0.0, 1.0);
  return t * t * (3 - 2 * t);
}

// The shape of the country, in metres from the centre: a range that runs east and west north of the centre,
// with a spur to the south that holds the deposit, an outlier in the south-east, and gravel plains around
// them.
class Country {
 public:
  explicit Country(const AridTerrainOptions& options) : options_(options) {}

  // About how far the place is inside the mountain front, in metres; negative on the plain.
  double insideFront(double x, double y) const {
    const double wx = x + 700 * fractalNoise(x / 1500, y / 1500, seed(1), 5);
    const double wy = y + 700 * fractalNoise(x / 1500, y / 1500, seed(2), 5);
    const double range = insideEllipse({wx, wy - 1350 - 0.1 * wx}, {9000, 1150});
    const double spur = insideEllipse({wx - 50, wy + 250}, {1350, 1600});
    const double outlier = insideEllipse({wx - 2350, wy + 2050}, {620, 430});
    return std::max({range, spur, outlier});
  }
  double uplift(double x, double y) const {
    const double inside = insideFront(x, y);
    if (inside <= 0) return 0;
    const double blocks = 0.6 + 0.55 * fractalNoise(x / 1900, y / 1900, seed(3), 3);
    return (0.1 + 0.9 * smoothstep(0, 700, inside)) * blocks;
  }
  // Hard and soft layers that dip gently, cut by the relief: their outcrop is a warped stripe.
  double erodibility(double x, double y) const {
    const double across = 0.35 * x + 0.94 * y + 300 * fractalNoise(x / 1300, y / 1300, seed(4), 3);
    const double layers = fractalNoise(across / 260, 0.5, seed(5), 4);
    const double patches = fractalNoise(x / 320, y / 320, seed(6), 4);
    const double rock =
        options_.erodibility ? options_.erodibility(options_.centreX + x, options_.centreY + y) : 1;
    return rock * std::exp(1.3 * layers + 0.9 * patches);
  }
  // The gravel plain before the range: 3 degrees at the front, flat at the playa.
  double baseLevel(double x, double y) const {
    constexpr double kLength = 1200;
    constexpr double kHeight = 0.055 * kLength;
    return kHeight * std::exp(std::min(0.0, insideFront(x, y)) / kLength) +
           2 * fractalNoise(x / 500, y / 500, seed(7), 4);
  }
  // The old surface in which the rivers found their way, rough at every scale: so the valleys branch like
  // trees.
  double oldSurface(double x, double y) const {
    return 14 * fractalNoise(x / 700, y / 700, seed(9), 3) + 10 * gradientNoise(x / 61, y / 61, seed(10));
  }
  double roughness(double x, double y) const { return fractalNoise(x / 60, y / 60, seed(8), 3); }
  std::uint64_t seed(std::uint64_t salt) const { return subSeed(options_.seed, salt); }

 private:
  static double insideEllipse(std::array<double, 2> p, std::array<double, 2> semiAxes) {
    return (1 - std::hypot(p[0] / semiAxes[0], p[1] / semiAxes[1])) * std::min(semiAxes[0], semiAxes[1]);
  }
  const AridTerrainOptions& options_;
};

Landscape emptyLandscape(const Country& country, int n, double side) {
  const std::size_t count = static_cast<std::size_t>(n) * static_cast<std::size_t>(n);
  Landscape land{.grid = {n, side / (n - 1), std::vector<double>(count)},
                 .outlets = std::vector<std::uint8_t>(count),
                 .uplift = std::vector<double>(count),
                 .erodibility = std::vector<double>(count)};
  for (std::size_t i = 0; i < count; ++i) {
    const double x = static_cast<double>(i % static_cast<std::size_t>(n)) * land.grid.spacing - side / 2;
    const double y = static_cast<double>(i / static_cast<std::size_t>(n)) * land.grid.spacing - side / 2;
    land.uplift[i] = country.uplift(x, y);
    land.outlets[i] = land.uplift[i] == 0;
    land.erodibility[i] = country.erodibility(x, y);
    land.grid.height[i] =
        country.baseLevel(x, y) + (land.outlets[i] ? 0 : std::abs(country.oldSurface(x, y)));
  }
  return land;
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
void refine(const HeightGrid& coarse, const Country& country, Landscape& fine) {
  const double half = fine.grid.spacing * (fine.grid.n - 1) / 2;
  const double reach = 2.2 * coarse.spacing;
  const double wave = 9 * coarse.spacing;
  for (int r = 0; r < fine.grid.n; ++r) {
    for (int c = 0; c < fine.grid.n; ++c) {
      const std::size_t at = fine.grid.index(c, r);
      if (fine.outlets[at]) continue;
      const double x = c * fine.grid.spacing - half;
      const double y = r * fine.grid.spacing - half;
      const double u =
          (x + half + reach * fractalNoise(x / wave, y / wave, country.seed(11), 3)) / coarse.spacing;
      const double v =
          (y + half + reach * fractalNoise(x / wave, y / wave, country.seed(12), 3)) / coarse.spacing;
      fine.grid.height[at] = interpolate(coarse, u, v) + 0.1 * fine.grid.spacing * country.roughness(x, y);
    }
  }
}

Landscape evolve(const Country& country, int n, double side, const geology::Progress& progress) {
  constexpr std::array<int, kLevels> kSteps{70, 25, 8};
  constexpr std::array<double, kLevels> kUplift{10, 5, 3};
  Landscape land;
  for (int level = 0; level < kLevels; ++level) {
    const auto l = static_cast<std::size_t>(level);
    const int nodes = ((n - 1) >> (kLevels - 1 - level)) + 1;
    Landscape next = emptyLandscape(country, nodes, side);
    if (level > 0) refine(land.grid, country, next);
    land = std::move(next);
    ErosionSettings settings;
    settings.steps = kSteps[l];
    settings.uplift = kUplift[l];
    settings.strength = kUplift[l] / 33;
    settings.seed = country.seed(20 + l);
    erode(land, settings, progress);
  }
  return land;
}

// Fans, valley fill and washes on the finished rock. Returns where the water goes in the end.
Drainage deposit(const Country& country, Landscape& land) {
  const std::vector<double> rock = land.grid.height;
  buildFans(land, drain(land.grid, land.outlets, {}));
  land.grid.height = drain(land.grid, land.outlets, {.fillSlope = kValleySlope}).filled;
  smooth(land.grid, 0.5);
  const auto n = static_cast<std::size_t>(land.grid.n);
  std::vector<std::uint8_t> gravel(rock.size());
  std::vector<std::uint8_t> edge(rock.size());
  const double half = land.grid.spacing * (land.grid.n - 1) / 2;
  for (std::size_t i = 0; i < rock.size(); ++i) {
    edge[i] = i % n == 0 || i % n == n - 1 || i / n == 0 || i / n == n - 1;
    gravel[i] = land.outlets[i] || land.grid.height[i] > rock[i] + 0.5;
    const double rough = country.roughness(static_cast<double>(i % n) * land.grid.spacing - half,
                                           static_cast<double>(i / n) * land.grid.spacing - half);
    land.grid.height[i] += (gravel[i] ? 0.5 : 3.0) * rough;
  }
  Drainage water = drain(land.grid, edge, {.jitter = 0.6, .seed = country.seed(30)});
  engraveWashes(land.grid, water, gravel);
  smooth(land.grid, 0.3);
  return water;
}

}  // namespace

AridTerrain aridTerrain(const AridTerrainOptions& options, const geology::Progress& progress) {
  const Country country(options);
  // The country is a little larger than the piece that is kept, so that the water does not end at its edge.
  const int margin = (options.nodes - 1) / 16;
  const int n = options.nodes + 2 * margin;
  const double spacing = options.extent / (options.nodes - 1);
  Landscape land = evolve(country, n, spacing * (n - 1), progress);
  const std::vector<double> rock = land.grid.height;
  const Drainage water = deposit(country, land);

  AridTerrain out;
  geology::Terrain& t = out.topography;
  t.columns = t.rows = options.nodes;
  t.stepColumn = {spacing, 0};
  t.stepRow = {0, spacing};
  t.origin = {options.centreX - options.extent / 2, options.centreY - options.extent / 2};
  for (int r = 0; r < options.nodes; ++r) {
    for (int c = 0; c < options.nodes; ++c) {
      const std::size_t at = land.grid.index(c + margin, r + margin);
      t.heights.push_back(static_cast<float>(options.baseHeight + land.grid.height[at]));
      out.alluvium.push_back(static_cast<float>(std::max(0.0, land.grid.height[at] - rock[at])));
      out.drainage.push_back(static_cast<float>(water.area[at]));
    }
  }
  return out;
}

}  // namespace adit::synthetic
