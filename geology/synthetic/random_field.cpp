#include "geology/synthetic/random_field.h"

#include <cmath>
#include <numbers>

#include "geology/analysis/turns.h"
#include "geology/synthetic/random.h"

namespace adit::synthetic {
namespace {

constexpr std::size_t kFeatures = 64;

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
      sum[lane] += analysis::cosineOfTurns(wave.x[lane] * p.x + wave.y[lane] * p.y + wave.z[lane] * p.z +
                                           wave.phase[lane]);
  return std::sqrt(2.0 / kFeatures) * ((sum[0] + sum[1]) + (sum[2] + sum[3]));
}

}  // namespace adit::synthetic
