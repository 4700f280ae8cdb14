// Smooth normals of a shell: the sum over the triangles around a point, weighted by their area.
#pragma once
#include <array>
#include <cmath>
#include <cstddef>

namespace adit::viewer {

using ShellTriangle = std::array<std::size_t, 3>;  ///< numbers of its points

inline void addTriangleNormal(const float* points, const ShellTriangle& triangle, float* normals) {
  const float* a = points + 3 * triangle[0];
  const float* b = points + 3 * triangle[1];
  const float* c = points + 3 * triangle[2];
  const std::array<float, 3> u{b[0] - a[0], b[1] - a[1], b[2] - a[2]};
  const std::array<float, 3> v{c[0] - a[0], c[1] - a[1], c[2] - a[2]};
  // The cross product is as long as twice the area.
  const std::array<float, 3> n{u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2],
                               u[0] * v[1] - u[1] * v[0]};
  for (const std::size_t corner : triangle) {
    float* sum = normals + 3 * corner;
    for (std::size_t axis = 0; axis < 3; ++axis) sum[axis] += n[axis];
  }
}

inline void normalize(float* n) {
  const float square = n[0] * n[0] + n[1] * n[1] + n[2] * n[2];
  if (square <= 0) return;
  const float scale = 1 / std::sqrt(square);
  for (std::size_t axis = 0; axis < 3; ++axis) n[axis] *= scale;
}

}  // namespace adit::viewer
