#include "viewer/geometry/shell_plan.h"

#include <vtkMarchingCubesTriangleCases.h>

#include <numeric>

#include "geology/analysis/parallel_for.h"

namespace adit::viewer {
namespace {

std::array<std::uint8_t, 256> triangleCounts() {
  std::array<std::uint8_t, 256> counts{};
  for (unsigned corners = 0; corners < 256; ++corners)
    for (const int* edge = shellTriangleEdges(corners); *edge >= 0; edge += 3) ++counts[corners];
  return counts;
}

}  // namespace

void forEachShellLayer(std::size_t layers, const std::function<void(std::int64_t)>& body) {
  const geology::Progress neverCancelled;
  analysis::parallelFor({.count = layers, .grain = kShellLayersAtOnce, .threads = 0}, neverCancelled,
                        [&](analysis::ParallelRange range) {
                          for (std::size_t z = range.begin; z < range.end; ++z)
                            body(static_cast<std::int64_t>(z));
                        });
}

const int* shellTriangleEdges(unsigned corners) {
  return vtkMarchingCubesTriangleCases::GetCases()[corners].edges;
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
        ofRow[direction] += static_cast<std::uint32_t>(std::popcount(crossed[direction]));
    }
    for (std::size_t direction = 0; direction < kEdgeDirections; ++direction) {
      inLayer_[rowAt(y, z)][direction] = points;
      points += ofRow[direction];
    }
  }
  firstPoint_[static_cast<std::size_t>(z) + 1] = points;
}

void ShellPlan::countTriangles(const ShellSamples& samples, std::int64_t z) {
  static const std::array<std::uint8_t, 256> kTriangles = triangleCounts();
  std::size_t triangles = 0;
  if (z + 1 < samples.count()[2])
    for (std::int64_t y = 0; y + 1 < rowsPerLayer_; ++y)
      for (std::int64_t w = 0; w < samples.wordsPerRow(); ++w) {
        const CubeWord cubes(samples, y, z, w);
        forEachBit(cubes.mixed(), [&](unsigned bit) { triangles += kTriangles[cubes.corners(bit)]; });
      }
  firstTriangle_[static_cast<std::size_t>(z) + 1] = triangles;
}

}  // namespace adit::viewer
