#include "geology/formats/reproject_lattice.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "geology/formats/lattice_text.h"

namespace adit::formats {
namespace {

using geology::Lattice;
using geology::Vec3;
using Axes = std::array<Vec3, 3>;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The perpendicular right-handed axes nearest to three directions that are nearly so: Newton's iteration for
/// the orthogonal factor of the polar decomposition, M <- (M + inverse transpose of M) / 2.
/// Source: N. J. Higham, Computing the polar decomposition, SIAM J. Sci. Stat. Comput. 7 (1986).
Axes nearestPerpendicular(Axes m) {
  constexpr int kSteps = 20;  // quadratic: what is nearly perpendicular needs four
  for (int step = 0; step < kSteps; ++step) {
    const Axes normal{cross(m[1], m[2]), cross(m[2], m[0]), cross(m[0], m[1])};
    const double determinant = dot(m[0], normal[0]);
    if (!(determinant > 0)) break;
    for (std::size_t a = 0; a < 3; ++a) m[a] = (m[a] + normal[a] * (1 / determinant)) * 0.5;
  }
  return m;
}

double cells(const Lattice& lattice, std::size_t axis) {
  return static_cast<double>(lattice.count[axis]);
}

/// Where the middle of the lattice goes, and what becomes of its axes there: differences over its whole
/// extent, which spread the error evenly.
Lattice nearestLattice(const Lattice& lattice, const CrsTransform& transform) {
  const std::array<double, 3> half{cells(lattice, 0) / 2, cells(lattice, 1) / 2, cells(lattice, 2) / 2};
  Lattice nearest = lattice;
  Axes direction;
  for (std::size_t a = 0; a < 3; ++a) {
    std::array<double, 3> to = half, from = half;
    to[a] += half[a];
    from[a] -= half[a];
    const Vec3 along = transform.forward(lattice.world(to[0], to[1], to[2])) -
                       transform.forward(lattice.world(from[0], from[1], from[2]));
    nearest.size[a] = length(along) / cells(lattice, a);
    direction[a] = normalized(along);
  }
  nearest.axis = nearestPerpendicular(direction);
  nearest.origin = {0, 0, 0};
  nearest.origin =
      transform.forward(lattice.world(half[0], half[1], half[2])) - nearest.world(half[0], half[1], half[2]);
  return nearest;
}

/// Moves the lattice to where the largest of its errors is least, and gives that; infinite where some place
/// has none in the target, or the axes do not come out right.
double settle(Lattice& moved, const Lattice& lattice, const CrsTransform& transform) {
  constexpr int kProbes = 8;
  std::vector<Vec3> offsets;
  geology::Box3 range;
  for (int j = 0; j <= kProbes; ++j)
    for (int i = 0; i <= kProbes; ++i)
      for (int k = 0; k <= 1; ++k) {
        const double u = cells(lattice, 0) * i / kProbes;
        const double v = cells(lattice, 1) * j / kProbes;
        const double w = cells(lattice, 2) * k;
        offsets.push_back(transform.forward(lattice.world(u, v, w)) - moved.world(u, v, w));
        range.include(offsets.back());
      }
  const Vec3 shift = range.center();
  moved.origin += shift;
  double largest =
      std::abs(dot(moved.axis[0], cross(moved.axis[1], moved.axis[2])) - 1) < 1e-9 ? 0 : kInfinity;
  for (const Vec3& offset : offsets) {
    const double error = length(offset - shift);
    largest = std::isfinite(error) ? std::max(largest, error) : kInfinity;
  }
  return largest;
}

}  // namespace

ReprojectedLattice reproject(const Lattice& lattice, const CrsTransform& transform) {
  constexpr double kLargestPart = 0.05;  // of a block
  Lattice moved = nearestLattice(lattice, transform);
  ReprojectedLattice result;
  result.largestError = settle(moved, lattice, transform);
  const double side = std::min(moved.size[0], moved.size[1]);
  const bool fits = result.largestError <= kLargestPart * side;
  const std::string way = transform.source().name + " to " + transform.target().name;
  const std::string error = std::isfinite(result.largestError)
                                ? "lie off by at most " + threeDigits(result.largestError) + " " +
                                      transform.target().unit + ", " +
                                      threeDigits(100 * result.largestError / side) + " % of a block"
                                : "have no place there";
  if (!fits) {
    result.diagnostics.push_back(
        {.severity = geology::Severity::Error,
         .code = "CRS-LATTICE-BENT",
         .file = {},
         .message = way + " bends the lattice of blocks: as a lattice, blocks would " + error,
         .remedy = "bring everything into the system of the model with --crs " + transform.source().id +
                   ", or export the model in " + transform.target().id});
    return result;
  }
  result.diagnostics.push_back(transform.accuracyAt(
      lattice.world(cells(lattice, 0) / 2, cells(lattice, 1) / 2, cells(lattice, 2) / 2)));
  result.diagnostics.push_back(
      {.code = "CRS-LATTICE-PLACED",
       .file = {},
       .message = way + ": the lattice was turned, moved and scaled as a whole; blocks " + error,
       .remedy = "bring everything into the system of the model, with --crs " + transform.source().id +
                 ", to keep its coordinates"});
  result.lattice = moved;
  return result;
}

}  // namespace adit::formats
