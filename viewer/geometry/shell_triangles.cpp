#include "viewer/geometry/shell_steps.h"

namespace adit::viewer {
namespace {

/// The points around the cube that a walk along a row of cubes has come to. Edges of one row and direction
/// are numbered in the order in which the walk meets them, so that a counter for each is all it takes (the
/// idea of the flying edges of Schroeder, Maynard and Geveci 2015).
class PointsAroundCube {
 public:
  PointsAroundCube(const ShellPlan& plan, std::int64_t y, std::int64_t z) {
    for (const std::size_t row : {0U, 1U, 2U, 3U}) {
      const std::int64_t rowY = y + static_cast<std::int64_t>(row % 2);
      const std::int64_t rowZ = z + static_cast<std::int64_t>(row / 2);
      for (std::size_t direction = 0; direction < kEdgeDirections; ++direction)
        next_[row][direction] = plan.firstPoint(rowY, rowZ, direction);
    }
  }
  /// To a mixed cube, to be visited in rising order. Numbers of edges that are not crossed mean nothing.
  void moveTo(const CubeWord& cubes, unsigned bit) {
    const auto passed = [bit](std::uint64_t crossed) {
      return static_cast<std::int64_t>((crossed >> bit) & 1U);
    };
    const auto along = [&](std::size_t row, std::uint64_t crossed, std::size_t direction) {
      const std::int64_t here = next_[row][direction];
      next_[row][direction] += passed(crossed);
      return here;
    };
    // In the order of VTK's table: around the lower face, around the upper, then upright. What a counter
    // shows after it has passed this cube's own edge is the edge one sample on.
    edges_[0] = along(0, cubes.crossedAlongX(0), 0);
    edges_[2] = along(1, cubes.crossedAlongX(1), 0);
    edges_[4] = along(2, cubes.crossedAlongX(2), 0);
    edges_[6] = along(3, cubes.crossedAlongX(3), 0);
    edges_[3] = along(0, cubes.crossedAlongY(0), 1);
    edges_[1] = next_[0][1];
    edges_[7] = along(2, cubes.crossedAlongY(2), 1);
    edges_[5] = next_[2][1];
    edges_[8] = along(0, cubes.crossedAlongZ(0), 2);
    edges_[9] = next_[0][2];
    edges_[10] = along(1, cubes.crossedAlongZ(1), 2);
    edges_[11] = next_[1][2];
  }
  std::int64_t on(int edge) const { return edges_[static_cast<std::size_t>(edge)]; }

 private:
  std::array<std::array<std::int64_t, kEdgeDirections>, 4> next_{};
  std::array<std::int64_t, 12> edges_{};
};

}  // namespace

void joinShellTriangles(const ShellSamples& samples, const ShellPlan& plan, long long* corners) {
  forEachShellLayer(plan.layers() - 1, [&](std::int64_t z) {
    long long* corner = corners + 3 * plan.firstTriangle(static_cast<std::size_t>(z));
    for (std::int64_t y = 0; y + 1 < samples.count()[1]; ++y) {
      PointsAroundCube points(plan, y, z);
      for (std::int64_t w = 0; w < samples.wordsPerRow(); ++w) {
        const CubeWord cubes(samples, y, z, w);
        forEachBit(cubes.mixed(), [&](unsigned bit) {
          points.moveTo(cubes, bit);
          for (const int* edge = shellTriangleEdges(cubes.corners(bit)); *edge >= 0; ++edge)
            *corner++ = points.on(*edge);
        });
      }
    }
  });
}

}  // namespace adit::viewer
