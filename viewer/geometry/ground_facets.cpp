#include "viewer/geometry/ground_facets.h"

#include <algorithm>
#include <cmath>

namespace adit::viewer {
namespace {

constexpr double kSame = 1e-9;  ///< of the line: two crossings that are one

/// Shares at which a value that runs evenly from `a` to `b` is whole.
void addWholes(double a, double b, std::vector<double>& shares) {
  if (std::abs(b - a) < kSame) return;
  for (double whole = std::ceil(std::min(a, b)); whole <= std::max(a, b); ++whole)
    shares.push_back((whole - a) / (b - a));
}

}  // namespace

double facetHeight(const geology::Terrain& terrain, double x, double y) {
  if (terrain.columns < 2 || terrain.rows < 2) return std::nan("");
  const auto [c, r] = terrain.nodeCoordinates(x, y);
  if (!(c >= 0 && r >= 0 && c <= terrain.columns - 1 && r <= terrain.rows - 1)) return std::nan("");
  const auto c0 = std::min(static_cast<std::int32_t>(c), terrain.columns - 2);
  const auto r0 = std::min(static_cast<std::int32_t>(r), terrain.rows - 2);
  const double u = c - c0;
  const double v = r - r0;
  const double first = terrain.node(c0, r0).z;
  const double opposite = terrain.node(c0 + 1, r0 + 1).z;
  if (v <= u) {
    const double beside = terrain.node(c0 + 1, r0).z;
    return first + u * (beside - first) + v * (opposite - beside);
  }
  const double above = terrain.node(c0, r0 + 1).z;
  return first + v * (above - first) + u * (opposite - above);
}

std::vector<double> facetBreaks(const geology::Terrain& terrain, const std::array<double, 2>& a,
                                const std::array<double, 2>& b) {
  const auto from = terrain.nodeCoordinates(a[0], a[1]);
  const auto to = terrain.nodeCoordinates(b[0], b[1]);
  std::vector<double> shares{0, 1};
  addWholes(from[0], to[0], shares);
  addWholes(from[1], to[1], shares);
  addWholes(from[0] - from[1], to[0] - to[1], shares);  // the diagonals
  std::sort(shares.begin(), shares.end());
  const auto same = [](double p, double q) { return q - p < kSame; };
  shares.erase(std::unique(shares.begin(), shares.end(), same), shares.end());
  shares.front() = 0;
  shares.back() = 1;
  return shares;
}

}  // namespace adit::viewer
