// Gaussian random fields with the covariance of a variogram, over all of space: sums of random waves.
#pragma once
#include <cstdint>
#include <vector>

#include "geology/estimation/variogram.h"

namespace adit::estimation {

struct FieldSeed {
  std::uint64_t seed = 0;
  std::uint64_t realisation = 0;
};

/// Mean 0; the covariance of each structure by random Fourier features (Rahimi and Recht 2007): sqrt(2 c / n)
/// sum cos(k.x + phase), with k drawn from the structure's spectrum. In units of its ellipsoid that is
///   Gaussian     k normal with variance 6
///   exponential  k = 3 n / |w|, n and w normal (a Cauchy distribution)
///   spherical    in any direction, |k| = 2 u, u with the density j1(u)^2 (j1 the spherical Bessel function):
///                the spherical model is what two balls have in common, and j1 is the transform of a ball
/// A nugget is noise of the place itself: the same at the same place. A linear structure has no such field:
/// it is left out.
class GaussianField {
 public:
  GaussianField(const Variogram& variogram, const FieldSeed& seed, std::size_t wavesAStructure = 128);
  double at(const geology::Vec3& p) const;

 private:
  static constexpr std::size_t kLanes = 4;  // sums in independent lanes, so that the compiler can vectorise
  /// Wave numbers in turns a metre and phases in turns, kLanes waves at a time.
  struct Waves {
    double x[kLanes], y[kLanes], z[kLanes], phase[kLanes];
  };
  struct Part {
    double amplitude = 0;
    std::vector<Waves> waves;
  };
  double nugget_ = 0;
  std::uint64_t noise_ = 0;
  std::vector<Part> parts_;
};

}  // namespace adit::estimation
