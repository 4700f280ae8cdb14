#include "geology/estimation/gaussian_field.h"

#include <array>
#include <bit>
#include <cmath>
#include <numbers>

#include "geology/analysis/turns.h"
#include "geology/model/random.h"

namespace adit::estimation {
namespace {

using geology::Random;
using geology::Vec3;

Vec3 normalVector(Random& random) {
  const double x = random.normal(), y = random.normal(), z = random.normal();
  return {x, y, z};
}

// u with a density proportional to j1(u)^2 = ((sin u - u cos u) / u^2)^2, by rejection: below 1 the density
// is at most 1/9, beyond at most (1 + u^2) / u^4 <= 2 / u^2.
double ballRadius(Random& random) {
  constexpr double kNear = 1.0 / 9, kFar = 2;
  for (;;) {
    const bool near = random.uniform() * (kNear + kFar) < kNear;
    const double u = near ? random.uniform() : 1 / (1 - random.uniform());
    const double bessel = u < 1e-3 ? u / 3 : (std::sin(u) - u * std::cos(u)) / (u * u);
    const double envelope = near ? kNear : kFar / (u * u);
    if (random.uniform() * envelope < bessel * bessel) return u;
  }
}

/// In units of the structure's ellipsoid, radians.
Vec3 waveVector(VariogramModel model, Random& random) {
  const Vec3 n = normalVector(random);
  switch (model) {
    case VariogramModel::Exponential:
      // A wave shorter than any that matters would come from w near 0: it is kept away from there.
      return n * (3 / std::max(std::abs(random.normal()), 1e-3));
    case VariogramModel::Spherical:
      return normalized(n) * (2 * ballRadius(random));
    default:
      return n * std::sqrt(6.0);
  }
}

std::uint64_t hashOf(const Vec3& p, std::uint64_t seed) {
  std::uint64_t hash = seed;
  for (const double c : {p.x, p.y, p.z}) hash = geology::mix64(hash ^ std::bit_cast<std::uint64_t>(c + 0.0));
  return hash;
}

}  // namespace

GaussianField::GaussianField(const Variogram& variogram, const FieldSeed& seed, std::size_t wavesAStructure)
    : nugget_(std::sqrt(variogram.nugget)) {
  Random random(geology::subSeed(seed.seed, seed.realisation));
  noise_ = random.next();
  const std::size_t groups = (wavesAStructure + kLanes - 1) / kLanes;
  for (const VariogramStructure& structure : variogram.structures) {
    if (structure.model == VariogramModel::Linear) continue;
    Part& part = parts_.emplace_back();
    part.amplitude = std::sqrt(2 * structure.sill / static_cast<double>(groups * kLanes));
    part.waves.resize(groups);
    for (Waves& waves : part.waves)
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const Vec3 k = waveVector(structure.model, random) * (1 / (2 * std::numbers::pi));
        const auto& [axis, range] = structure.shape;
        const Vec3 world =
            axis[0] * (k.x / range[0]) + axis[1] * (k.y / range[1]) + axis[2] * (k.z / range[2]);
        waves.x[lane] = world.x;
        waves.y[lane] = world.y;
        waves.z[lane] = world.z;
        waves.phase[lane] = random.uniform();
      }
  }
}

double GaussianField::at(const Vec3& p) const {
  double value = 0;
  for (const Part& part : parts_) {
    std::array<double, kLanes> sum{};
    for (const Waves& w : part.waves)
      for (std::size_t lane = 0; lane < kLanes; ++lane)
        sum[lane] +=
            analysis::cosineOfTurns(w.x[lane] * p.x + w.y[lane] * p.y + w.z[lane] * p.z + w.phase[lane]);
    value += part.amplitude * ((sum[0] + sum[1]) + (sum[2] + sum[3]));
  }
  if (nugget_ > 0) value += nugget_ * Random(hashOf(p, noise_)).normal();
  return value;
}

}  // namespace adit::estimation
