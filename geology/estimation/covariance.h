// The variogram as kriging needs it: covariances of many points with one, fast. Points are first brought into
// the space of each structure, where its ellipsoid is the unit sphere; a covariance is then a distance and a
// short formula, and the loop over points is one that the compiler vectorises.
#pragma once
#include <cstddef>
#include <vector>

#include "geology/estimation/variogram.h"

namespace adit::estimation {

/// Coordinates of points in the spaces of all structures, as arrays: x of structure s of point i is at
/// x[s * stride + i].
struct StructurePoints {
  std::vector<double> x, y, z;
  std::size_t stride = 0;

  void resize(std::size_t structures, std::size_t points) {
    stride = points;
    for (auto* axis : {&x, &y, &z}) axis->resize(structures * points);
  }
  /// `from` of another set (of the same structures) becomes point `to`.
  void copyPoint(std::size_t to, const StructurePoints& other, std::size_t from) {
    for (std::size_t s = 0; s * stride < x.size(); ++s) {
      x[s * stride + to] = other.x[s * other.stride + from];
      y[s * stride + to] = other.y[s * other.stride + from];
      z[s * stride + to] = other.z[s * other.stride + from];
    }
  }
};

struct PointRange {
  const StructurePoints& set;
  std::size_t begin = 0, end = 0;
};
struct PointOf {
  const StructurePoints& set;
  std::size_t index = 0;
};

/// Covariance = constant - gamma, without the nugget, which only a point with itself has. An unbounded
/// variogram has no covariance, but kriging whose weights sum to 1 does not feel the constant: any that keeps
/// the matrix positive definite will do. On a set of diameter D, 2 D does for gamma(h) = h.
class CovarianceModel {
 public:
  /// `diameter`: of the largest neighbourhood, metres; only used by structures without a sill.
  CovarianceModel(const Variogram& variogram, double diameter);

  std::size_t structureCount() const { return structures_.size(); }
  double nugget() const { return nugget_; }
  /// Of a point with itself, without the nugget.
  double structuredSill() const { return structuredSill_; }
  /// Of a point with itself.
  double sill() const { return structuredSill_ + nugget_; }
  bool bounded() const { return bounded_; }

  /// Point `index` of `points` from a position in metres.
  void place(StructurePoints& points, std::size_t index, const geology::Vec3& position) const;

  /// Adds the covariance of each point of the range with `from` to out[0], out[1], ...
  void add(PointRange points, PointOf from, double* out) const;

 private:
  struct Structure {
    VariogramModel model;
    double sill;
    double constant;  ///< covariance at distance 0
    Anisotropy shape;
  };
  double nugget_ = 0, structuredSill_ = 0;
  bool bounded_ = true;
  std::vector<Structure> structures_;
};

/// exp(x) for x <= 0 to 2e-16, own code because the library's does not vectorise.
double expOfNegative(double x);

}  // namespace adit::estimation
