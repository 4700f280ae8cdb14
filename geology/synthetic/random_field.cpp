#include "geology/synthetic/random_field.h"

#include <cmath>
#include <numbers>

#include "geology/synthetic/random.h"

namespace adit::synthetic {
namespace {

constexpr std::size_t kFeatures = 64;

// cos(2 pi t) to 1e-9. Own code, because it is the same on every C library and vectorises: t is brought to
// [-1/2, 1/2] by rounding with the usual large constant, then cos(2 pi r) = 1 - 2 sin^2(pi r) with sin as its
// series.
double cosineOfTurns(double t) {
  constexpr double kRounder = 6755399441055744.0;  // 1.5 * 2^52
  const double r = t - ((t + kRounder) - kRounder);
  const double x = r * std::numbers::pi;
  const double q = x * x;
  const double series =
      1 + q * (-1.0 / 6 + q * (1.0 / 120 + q * (-1.0 / 5040 + q * (1.0 / 362880 + q * (-1.0 / 39916800 +
                                                                                       q / 6227020800.0)))));
  const double sine = x * series;
  return 1 - 2 * sine * sine;
}

}  // namespace

RandomField::RandomField(const FieldSpec& spec) : waves_(kFeatures / kLanes) {
  Random random(spec.seed);
  for (Waves& wave : waves_) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      // A wave longer or shorter than any that matters would come from |w| near 0: it is kept away from
      // there.
      const double w =
          spec.covariance == Covariance::Exponential ? std::max(std::abs(random.normal()), 1e-3) : 1.0;
      const double scale = 1 / (2 * std::numbers::pi * w);
      wave.x[lane] = random.normal() * scale / spec.length.x;
      wave.y[lane] = random.normal() * scale / spec.length.y;
      wave.z[lane] = random.normal() * scale / spec.length.z;
      wave.phase[lane] = random.uniform();
    }
  }
}

double RandomField::at(const geology::Vec3& p) const {
  std::array<double, kLanes> sum{};
  for (const Waves& wave : waves_)
    for (std::size_t lane = 0; lane < kLanes; ++lane)
      sum[lane] +=
          cosineOfTurns(wave.x[lane] * p.x + wave.y[lane] * p.y + wave.z[lane] * p.z + wave.phase[lane]);
  return std::sqrt(2.0 / kFeatures) * ((sum[0] + sum[1]) + (sum[2] + sum[3]));
}

}  // namespace adit::synthetic
