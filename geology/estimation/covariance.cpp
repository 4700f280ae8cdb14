#include "geology/estimation/covariance.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace adit::estimation {
namespace {

// x = k ln 2 + r with |r| <= ln 2 / 2; exp(r) by its series, times 2^k. Adding the usual large constant
// rounds to the integer k and leaves it in the low bits of the sum, from where a shift takes it to the
// exponent.
inline double exponential(double x) {
  constexpr double kLog2E = 1.4426950408889634, kLn2High = 6.93147180369123816490e-01,
                   kLn2Low = 1.90821492927058770002e-10;
  constexpr double kRounder = 6755399441055744.0;  // 1.5 * 2^52
  x = x > -700 ? x : -700.0;                       // 1e-304: no difference from 0
  const double shifted = x * kLog2E + kRounder;
  const double k = shifted - kRounder;
  const double r = (x - k * kLn2High) - k * kLn2Low;
  // Horner, written out: a loop over the coefficients would keep the loop around it from being vectorised.
  double sum = 1.0 / 6227020800;
  sum = sum * r + 1.0 / 479001600;
  sum = sum * r + 1.0 / 39916800;
  sum = sum * r + 1.0 / 3628800;
  sum = sum * r + 1.0 / 362880;
  sum = sum * r + 1.0 / 40320;
  sum = sum * r + 1.0 / 5040;
  sum = sum * r + 1.0 / 720;
  sum = sum * r + 1.0 / 120;
  sum = sum * r + 1.0 / 24;
  sum = sum * r + 1.0 / 6;
  sum = sum * r + 0.5;
  sum = sum * r + 1;
  sum = sum * r + 1;
  const std::uint64_t scale =
      (std::bit_cast<std::uint64_t>(shifted) << 52) + std::bit_cast<std::uint64_t>(1.0);
  return sum * std::bit_cast<double>(scale);
}

// The part of the sill that is left at a squared distance.
struct SphericalRest {
  double operator()(double squared) const {
    double r = std::sqrt(squared);
    r = r < 1 ? r : 1.0;
    return 1 - r * (1.5 - 0.5 * r * r);
  }
};
struct ExponentialRest {
  double operator()(double squared) const { return exponential(-3 * std::sqrt(squared)); }
};
struct GaussianRest {
  double operator()(double squared) const { return exponential(-3 * squared); }
};
struct LinearFall {
  double operator()(double squared) const { return -std::sqrt(squared); }
};

/// Arrays of one structure's coordinates, and the point to measure from.
struct Lags {
  const double *x, *y, *z;
  geology::Vec3 from;
};

template <class Rest>
void addScaled(const Lags& lags, std::size_t count, double sill, double* out) {
  const Rest rest;
  for (std::size_t i = 0; i < count; ++i) {
    const double dx = lags.x[i] - lags.from.x, dy = lags.y[i] - lags.from.y, dz = lags.z[i] - lags.from.z;
    out[i] += sill * rest(dx * dx + dy * dy + dz * dz);
  }
}

}  // namespace

double expOfNegative(double x) {
  return exponential(x);
}

CovarianceModel::CovarianceModel(const Variogram& variogram, double diameter)
    : nugget_(variogram.nugget), bounded_(variogram.bounded()) {
  for (const VariogramStructure& s : variogram.structures) {
    const double shortest = std::min({s.shape.range[0], s.shape.range[1], s.shape.range[2]});
    const double constant = s.model == VariogramModel::Linear ? s.sill * 2 * diameter / shortest : s.sill;
    structures_.push_back({s.model, s.sill, constant, s.shape});
    structuredSill_ += constant;
  }
}

void CovarianceModel::place(StructurePoints& points, std::size_t index, const geology::Vec3& position) const {
  for (std::size_t s = 0; s < structures_.size(); ++s) {
    const geology::Vec3 p = structures_[s].shape.scaled(position);
    const std::size_t at = s * points.stride + index;
    points.x[at] = p.x;
    points.y[at] = p.y;
    points.z[at] = p.z;
  }
}

void CovarianceModel::add(PointRange points, PointOf from, double* out) const {
  const std::size_t count = points.end - points.begin;
  for (std::size_t s = 0; s < structures_.size(); ++s) {
    const Structure& structure = structures_[s];
    const StructurePoints& set = points.set;
    const StructurePoints& others = from.set;
    const std::size_t first = s * set.stride + points.begin, other = s * others.stride + from.index;
    const Lags lags{
        &set.x[first], &set.y[first], &set.z[first], {others.x[other], others.y[other], others.z[other]}};
    switch (structure.model) {
      case VariogramModel::Spherical:
        addScaled<SphericalRest>(lags, count, structure.sill, out);
        break;
      case VariogramModel::Exponential:
        addScaled<ExponentialRest>(lags, count, structure.sill, out);
        break;
      case VariogramModel::Gaussian:
        addScaled<GaussianRest>(lags, count, structure.sill, out);
        break;
      case VariogramModel::Linear:
        for (std::size_t i = 0; i < count; ++i) out[i] += structure.constant;
        addScaled<LinearFall>(lags, count, structure.sill, out);
        break;
    }
  }
}

}  // namespace adit::estimation
