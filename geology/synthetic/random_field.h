// A Gaussian random field over all of space, without a grid: a sum of random waves (random Fourier features).
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "geology/model/vec3.h"

namespace adit::synthetic {

/// Of the distance h, measured in units of FieldSpec::length along each axis.
enum class Covariance : std::uint8_t {
  Exponential,  ///< exp(-h): rough, practical range 3 lengths
  Gaussian,     ///< exp(-h^2 / 2): smooth
};

struct FieldSpec {
  std::uint64_t seed = 0;
  geology::Vec3 length{100, 100, 100};  ///< metres along x, y, z
  Covariance covariance = Covariance::Exponential;
};

/// Z(p) = sqrt(2/N) sum cos(k_i . p + phi_i): mean 0 and variance 1 over all seeds. The spectrum of the
/// Gaussian covariance is k = n / L with n standard normal in 3D; that of the exponential one is the
/// multivariate Cauchy distribution k = n / |w| / L with one further standard normal w (Rahimi and Recht
/// 2007).
class RandomField {
 public:
  explicit RandomField(const FieldSpec& spec);
  double at(const geology::Vec3& p) const;

 private:
  static constexpr std::size_t kLanes = 4;  // sums in independent lanes, so that the compiler can vectorise
  /// Wave numbers in turns a metre and phases in turns, kLanes features at a time.
  struct Waves {
    std::array<double, kLanes> x, y, z, phase;
  };
  std::vector<Waves> waves_;
};

}  // namespace adit::synthetic
