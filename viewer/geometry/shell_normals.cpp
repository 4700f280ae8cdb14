#include <algorithm>
#include <array>
#include <cmath>

#include "geology/analysis/parallel_for.h"
#include "viewer/geometry/shell_steps.h"

namespace adit::viewer {
namespace {

using Float3 = std::array<float, 3>;

void addTriangle(const float* points, const long long* corners, float* normals) {
  const float* a = points + 3 * corners[0];
  const float* b = points + 3 * corners[1];
  const float* c = points + 3 * corners[2];
  const Float3 u{b[0] - a[0], b[1] - a[1], b[2] - a[2]};
  const Float3 v{c[0] - a[0], c[1] - a[1], c[2] - a[2]};
  // The cross product is as long as twice the area.
  const Float3 n{u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
  for (std::size_t corner = 0; corner < 3; ++corner) {
    float* sum = normals + 3 * corners[corner];
    for (std::size_t axis = 0; axis < 3; ++axis) sum[axis] += n[axis];
  }
}

void normalize(float* n) {
  const float length = std::sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
  if (length > 0)
    for (std::size_t axis = 0; axis < 3; ++axis) n[axis] /= length;
}

}  // namespace

void addShellNormals(const ShellPlan& plan, const float* points, const long long* corners, float* normals) {
  const std::size_t layers = plan.layers();
  std::fill_n(normals, 3 * plan.pointCount(), 0.0F);
  // A layer's triangles touch the points of two layers, so neighbouring groups of layers must not add at the
  // same time: first the even groups, then the odd ones. Each point then always gets its sum in one order.
  const std::size_t groups = (layers + kShellLayersAtOnce - 1) / kShellLayersAtOnce;
  const geology::Progress neverCancelled;
  for (const std::size_t parity : {0U, 1U})
    analysis::parallelFor({.count = (groups + 1 - parity) / 2, .grain = 1, .threads = 0}, neverCancelled,
                          [&](analysis::ParallelRange range) {
                            for (std::size_t g = range.begin; g < range.end; ++g) {
                              const std::size_t first = (2 * g + parity) * kShellLayersAtOnce;
                              const std::size_t last = std::min(first + kShellLayersAtOnce, layers);
                              for (std::size_t t = plan.firstTriangle(first); t < plan.firstTriangle(last);
                                   ++t)
                                addTriangle(points, corners + 3 * t, normals);
                            }
                          });
  forEachShellLayer(layers, [&](std::int64_t z) {
    const auto layer = static_cast<std::size_t>(z);
    for (std::size_t p = plan.firstPoint(layer); p < plan.firstPoint(layer + 1); ++p)
      normalize(normals + 3 * p);
  });
}

}  // namespace adit::viewer
