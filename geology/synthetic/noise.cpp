#include "geology/synthetic/noise.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "geology/synthetic/random.h"

namespace adit::synthetic {
namespace {

// Sixteen directions: enough that no direction of the lattice shows.
constexpr std::array<std::array<double, 2>, 16> kGradients{{{1, 0},
                                                            {0.9239, 0.3827},
                                                            {0.7071, 0.7071},
                                                            {0.3827, 0.9239},
                                                            {0, 1},
                                                            {-0.3827, 0.9239},
                                                            {-0.7071, 0.7071},
                                                            {-0.9239, 0.3827},
                                                            {-1, 0},
                                                            {-0.9239, -0.3827},
                                                            {-0.7071, -0.7071},
                                                            {-0.3827, -0.9239},
                                                            {0, -1},
                                                            {0.3827, -0.9239},
                                                            {0.7071, -0.7071},
                                                            {0.9239, -0.3827}}};

double slopeFrom(std::int64_t i, std::int64_t j, std::array<double, 2> offset, std::uint64_t seed) {
  // One multiplication of the mixed coordinates is hash enough for one of sixteen directions.
  const std::uint64_t cell = static_cast<std::uint64_t>(i) * 0x9E3779B97F4A7C15ULL +
                             static_cast<std::uint64_t>(j) * 0xC2B2AE3D27D4EB4FULL + seed;
  const auto& gradient = kGradients[((cell ^ (cell >> 32)) * 0xD6E8FEB86659FD93ULL) >> 60];
  return gradient[0] * offset[0] + gradient[1] * offset[1];
}

double ease(double t) {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

}  // namespace

double gradientNoise(double x, double y, std::uint64_t seed) {
  const double fx = std::floor(x);
  const double fy = std::floor(y);
  const auto i = static_cast<std::int64_t>(fx);
  const auto j = static_cast<std::int64_t>(fy);
  const double u = x - fx;
  const double v = y - fy;
  const double south =
      std::lerp(slopeFrom(i, j, {u, v}, seed), slopeFrom(i + 1, j, {u - 1, v}, seed), ease(u));
  const double north = std::lerp(slopeFrom(i, j + 1, {u, v - 1}, seed),
                                 slopeFrom(i + 1, j + 1, {u - 1, v - 1}, seed), ease(u));
  return 1.5 * std::lerp(south, north, ease(v));
}

double fractalNoise(double x, double y, std::uint64_t seed, int octaves) {
  double sum = 0;
  double height = 0.5;
  for (int octave = 0; octave < octaves; ++octave) {
    sum += height * gradientNoise(x, y, subSeed(seed, static_cast<std::uint64_t>(octave)));
    x *= 2;
    y *= 2;
    height /= 2;
  }
  return sum;
}

double ridgedNoise(double x, double y, std::uint64_t seed, int octaves) {
  double sum = 0;
  double height = 0.5;
  double weight = 1;
  for (int octave = 0; octave < octaves; ++octave) {
    const double ridge =
        std::max(0.0, 1 - std::abs(gradientNoise(x, y, subSeed(seed, static_cast<std::uint64_t>(octave)))));
    const double sharp = ridge * ridge * weight;
    sum += height * sharp;
    weight = std::min(1.0, 2 * sharp);  // detail grows on the crests, the hollows stay smooth
    x *= 2;
    y *= 2;
    height /= 2;
  }
  return sum;
}

}  // namespace adit::synthetic
