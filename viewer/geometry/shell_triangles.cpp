#include "viewer/geometry/shell_normals.h"
#include "viewer/geometry/shell_steps.h"

namespace adit::viewer {
namespace {

/// The points around the cube that a walk along a row of cubes has come to. Edges of one row and direction
/// are numbered in the order in which the walk meets them, so that a counter for each is all it takes (the
/// idea of the flying edges of Schroeder, Maynard and Geveci 2015).
class PointsAroundCube {
 public:
  PointsAroundCube(const ShellPlan& plan, std::int64_t y, std::int64_t z)
      : next_{at(plan, y, z, 0), at(plan, y + 1, z, 0), at(plan, y, z + 1, 0), at(plan, y + 1, z + 1, 0),
              at(plan, y, z, 1), at(plan, y, z + 1, 1), at(plan, y, z, 2),     at(plan, y + 1, z, 2)} {}

  /// To a mixed cube, to be visited in rising order.
  void moveTo(const ShellCase& cube) {
    // What a counter shows after it has passed this cube's own edge is the edge one sample on.
    for (std::size_t e = 0; e < next_.size(); ++e) {
      edges_[e] = next_[e];
      next_[e] += cube.crossed[e];
      edges_[next_.size() + e] = next_[e];
    }
  }
  /// By ShellCase::edges. Numbers of edges that are not crossed mean nothing.
  std::int32_t on(std::uint8_t edge) const { return edges_[edge]; }

 private:
  static std::int32_t at(const ShellPlan& plan, std::int64_t y, std::int64_t z, std::size_t direction) {
    return static_cast<std::int32_t>(plan.firstPoint(y, z, direction));
  }
  std::array<std::int32_t, ShellCase::kWalkedEdges> next_;
  std::array<std::int32_t, 2 * ShellCase::kWalkedEdges> edges_{};
};

/// Writes triangles one behind the other, from a place in the arrays on.
class TriangleWriter {
 public:
  TriangleWriter(const ShellArrays& arrays, std::size_t first)
      : arrays_(arrays), corner_(static_cast<std::int32_t>(3 * first)), offset_(arrays.offsets + first) {}

  void add(const ShellCase& cube, const PointsAroundCube& points) {
    for (std::size_t t = 0; t < cube.triangles; ++t) {
      std::int32_t* corners = arrays_.corners + corner_;
      ShellTriangle triangle{};
      for (std::size_t c = 0; c < 3; ++c) {
        corners[c] = points.on(cube.edges[3 * t + c]);
        triangle[c] = static_cast<std::size_t>(corners[c]);
      }
      *offset_++ = corner_;
      corner_ += 3;
      addTriangleNormal(arrays_.points, triangle, arrays_.normals);
    }
  }

 private:
  const ShellArrays& arrays_;
  std::int32_t corner_;
  std::int32_t* offset_;
};

}  // namespace

void joinShellTriangles(const ShellSamples& samples, const ShellPlan& plan, const ShellArrays& arrays) {
  const std::array<ShellCase, 256>& cases = shellCases();
  arrays.offsets[plan.triangleCount()] = static_cast<std::int32_t>(3 * plan.triangleCount());
  // A layer's triangles touch the points of two layers.
  forEachShellLayerApart(plan.layers() - 1, [&](std::int64_t z) {
    TriangleWriter writer(arrays, plan.firstTriangle(static_cast<std::size_t>(z)));
    for (std::int64_t y = 0; y + 1 < samples.count()[1]; ++y) {
      PointsAroundCube points(plan, y, z);
      for (std::int64_t w = 0; w < samples.wordsPerRow(); ++w) {
        const CubeWord cubes(samples, y, z, w);
        forEachBit(cubes.mixed(), [&](unsigned bit) {
          const ShellCase& cube = cases[cubes.corners(bit)];
          points.moveTo(cube);
          writer.add(cube, points);
        });
      }
    }
  });
}

void normalizeShellNormals(const ShellPlan& plan, float* normals) {
  forEachShellLayer(plan.layers(), [&](std::int64_t z) {
    const auto layer = static_cast<std::size_t>(z);
    for (std::size_t p = plan.firstPoint(layer); p < plan.firstPoint(layer + 1); ++p)
      normalize(normals + 3 * p);
  });
}

}  // namespace adit::viewer
