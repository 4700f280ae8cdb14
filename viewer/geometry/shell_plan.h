// How many points and triangles a shell has, and where each row's and each layer's begin.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "viewer/geometry/shell_words.h"

namespace adit::viewer {

/// Calls body(z) for every layer of samples, on all cores.
void forEachShellLayer(std::size_t layers, const std::function<void(std::int64_t)>& body);
constexpr std::size_t kShellLayersAtOnce = 4;  ///< that one thread takes

/// Edges of the triangles of a case (CubeWord::corners) in VTK's table, three a triangle, up to the first
/// negative one.
const int* shellTriangleEdges(unsigned corners);

/// A point stands on every crossed edge. Points are numbered by layer, row, direction of their edge, and
/// place in the row; triangles by layer, row and cube.
class ShellPlan {
 public:
  explicit ShellPlan(const ShellSamples& samples);

  std::size_t layers() const { return firstPoint_.size() - 1; }
  std::size_t pointCount() const { return firstPoint_.back(); }
  std::size_t triangleCount() const { return firstTriangle_.back(); }
  std::size_t firstPoint(std::size_t layer) const { return firstPoint_[layer]; }
  std::size_t firstTriangle(std::size_t layer) const { return firstTriangle_[layer]; }
  /// The number of the first point of a row on edges of that direction.
  std::int64_t firstPoint(std::int64_t y, std::int64_t z, std::size_t direction) const {
    return static_cast<std::int64_t>(firstPoint_[static_cast<std::size_t>(z)] +
                                     inLayer_[rowAt(y, z)][direction]);
  }

 private:
  std::size_t rowAt(std::int64_t y, std::int64_t z) const {
    return static_cast<std::size_t>(z * rowsPerLayer_ + y);
  }
  void countPoints(const ShellSamples& samples, std::int64_t z);
  void countTriangles(const ShellSamples& samples, std::int64_t z);

  std::int64_t rowsPerLayer_;
  std::vector<std::array<std::uint32_t, kEdgeDirections>> inLayer_;  ///< points of the layer before a row's
  std::vector<std::size_t> firstPoint_, firstTriangle_;              ///< of each layer, and the end
};

}  // namespace adit::viewer
