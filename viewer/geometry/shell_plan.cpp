#include "viewer/geometry/shell_plan.h"

#include <vtkMarchingCubesTriangleCases.h>

#include <algorithm>
#include <numeric>

#include "geology/model/parallel_for.h"

namespace adit::viewer {
namespace {

ShellCase shellCase(unsigned corners) {
  // The places of VTK's edges: around the lower face, around the upper, then upright.
  constexpr std::size_t kNext = ShellCase::kWalkedEdges;
  constexpr std::array<std::uint8_t, 12> kPlaces{0, kNext + 4, 1, 4,         2, kNext + 5,
                                                 3, 5,         6, kNext + 6, 7, kNext + 7};
  // The corners at both ends of the walked edges.
  constexpr std::array<std::array<unsigned, 2>, ShellCase::kWalkedEdges> kEnds{
      {{0, 1}, {3, 2}, {4, 5}, {7, 6}, {0, 3}, {4, 7}, {0, 4}, {3, 7}}};
  ShellCase result;
  std::size_t used = 0;
  for (const int* edge = vtkMarchingCubesTriangleCases::GetCases()[corners].edges; *edge >= 0; ++edge)
    result.edges[used++] = kPlaces[static_cast<std::size_t>(*edge)];
  result.triangles = static_cast<std::uint8_t>(used / 3);
  for (std::size_t e = 0; e < kEnds.size(); ++e)
    result.crossed[e] = static_cast<std::int32_t>((corners >> kEnds[e][0] ^ corners >> kEnds[e][1]) & 1U);
  return result;
}

}  // namespace

void forEachShellLayer(std::size_t layers, const std::function<void(std::int64_t)>& body) {
  const geology::Progress neverCancelled;
  geology::parallelFor({.count = layers, .grain = kShellLayersAtOnce, .threads = 0}, neverCancelled,
                       [&](geology::ParallelRange range) {
                         for (std::size_t z = range.begin; z < range.end; ++z)
                           body(static_cast<std::int64_t>(z));
                       });
}

void forEachShellLayerApart(std::size_t layers, const std::function<void(std::int64_t)>& body) {
  // First the even groups of layers, then the odd ones.
  const std::size_t groups = (layers + kShellLayersAtOnce - 1) / kShellLayersAtOnce;
  const geology::Progress neverCancelled;
  for (const std::size_t parity : {0U, 1U})
    geology::parallelFor({.count = (groups + 1 - parity) / 2, .grain = 1, .threads = 0}, neverCancelled,
                         [&](geology::ParallelRange range) {
                           for (std::size_t g = range.begin; g < range.end; ++g) {
                             const std::size_t first = (2 * g + parity) * kShellLayersAtOnce;
                             const std::size_t last = std::min(first + kShellLayersAtOnce, layers);
                             for (std::size_t z = first; z < last; ++z) body(static_cast<std::int64_t>(z));
                           }
                         });
}

const std::array<ShellCase, 256>& shellCases() {
  static const std::array<ShellCase, 256> kCases = [] {
    std::array<ShellCase, 256> cases;
    for (unsigned corners = 0; corners < 256; ++corners) cases[corners] = shellCase(corners);
    return cases;
  }();
  return kCases;
}

ShellPlan::ShellPlan(const ShellSamples& samples)
    : rowsPerLayer_(samples.count()[1]),
      inLayer_(static_cast<std::size_t>(samples.count()[1] * samples.count()[2])),
      firstPoint_(static_cast<std::size_t>(samples.count()[2]) + 1, 0),
      firstTriangle_(firstPoint_.size(), 0) {
  forEachShellLayer(layers(), [&](std::int64_t z) {
    countPoints(samples, z);
    countTriangles(samples, z);
  });
  std::partial_sum(firstPoint_.begin(), firstPoint_.end(), firstPoint_.begin());
  std::partial_sum(firstTriangle_.begin(), firstTriangle_.end(), firstTriangle_.begin());
}

void ShellPlan::countPoints(const ShellSamples& samples, std::int64_t z) {
  std::uint32_t points = 0;
  for (std::int64_t y = 0; y < rowsPerLayer_; ++y) {
    std::array<std::uint32_t, kEdgeDirections> ofRow{};
    for (std::int64_t w = 0; w < samples.wordsPerRow(); ++w) {
      const auto crossed = crossedEdges(samples, y, z, w);
      if ((crossed[0] | crossed[1] | crossed[2]) == 0) continue;
      for (std::size_t direction = 0; direction < kEdgeDirections; ++direction)
        ofRow[direction] += static_cast<std::uint32_t>(geology::bitCount(crossed[direction]));
    }
    for (std::size_t direction = 0; direction < kEdgeDirections; ++direction) {
      inLayer_[rowAt(y, z)][direction] = points;
      points += ofRow[direction];
    }
  }
  firstPoint_[static_cast<std::size_t>(z) + 1] = points;
}

void ShellPlan::countTriangles(const ShellSamples& samples, std::int64_t z) {
  const std::array<ShellCase, 256>& cases = shellCases();
  std::size_t triangles = 0;
  if (z + 1 < samples.count()[2])
    for (std::int64_t y = 0; y + 1 < rowsPerLayer_; ++y)
      for (std::int64_t w = 0; w < samples.wordsPerRow(); ++w) {
        const CubeWord cubes(samples, y, z, w);
        forEachBit(cubes.mixed(), [&](unsigned bit) { triangles += cases[cubes.corners(bit)].triangles; });
      }
  firstTriangle_[static_cast<std::size_t>(z) + 1] = triangles;
}

}  // namespace adit::viewer
