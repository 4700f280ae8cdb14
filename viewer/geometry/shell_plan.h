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

/// As forEachShellLayer, but never for two neighbouring layers at the same time: for what writes to the next
/// layer too. What is added up there is added in one order, whatever the number of cores.
void forEachShellLayerApart(std::size_t layers, const std::function<void(std::int64_t)>& body);

/// What marching cubes does with a cube. Of its edges eight bear the points that a walk along a row of cubes
/// meets there for the first time: those along x of its four rows of samples (CubeWord), those along y of
/// rows 0 and 2, and those along z of rows 0 and 1, at its lower x. The other four are y and z one sample on.
struct ShellCase {
  static constexpr std::size_t kWalkedEdges = 8;

  std::uint8_t triangles = 0;
  /// Edges of the corners of the triangles: a walked edge, or kWalkedEdges + a walked edge for the one of
  /// that row and direction one sample on.
  std::array<std::uint8_t, 15> edges{};
  std::array<std::int32_t, kWalkedEdges> crossed{};  ///< 1 for each walked edge that has a point
};
/// By CubeWord::corners, made of VTK's table.
const std::array<ShellCase, 256>& shellCases();

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
