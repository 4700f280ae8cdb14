#include "geology/synthetic/country.h"

#include <algorithm>
#include <cmath>

#include "geology/synthetic/noise.h"
#include "geology/synthetic/random.h"

namespace adit::synthetic {
namespace {

double smoothstep(double low, double high, double x) {
  const double t = std::clamp((x - low) / (high - low), 0.0, 1.0);
  return t * t * (3 - 2 * t);
}

struct Ellipse {
  double x, y, semiX, semiY;
};

double insideEllipse(const Ellipse& e, double x, double y) {
  return (1 - std::hypot((x - e.x) / e.semiX, (y - e.y) / e.semiY)) * std::min(e.semiX, e.semiY);
}

}  // namespace

double Country::insideFront(double x, double y) const {
  const double wx = x + 700 * fractalNoise(x / 1500, y / 1500, seed(1));
  const double wy = y + 700 * fractalNoise(x / 1500, y / 1500, seed(2));
  const double range = insideEllipse({0, 1350, 9000, 1150}, wx, wy - 0.1 * wx);
  const double spur = insideEllipse({50, -250, 1350, 1600}, wx, wy);
  const double outlier = insideEllipse({2350, -2050, 620, 430}, wx, wy);
  return std::max({range, spur, outlier});
}

double Country::uplift(double x, double y, double inside) const {
  if (inside <= 0) return 0;
  const double blocks = 0.6 + 0.55 * fractalNoise(x / 1900, y / 1900, seed(3), 3);
  return (0.1 + 0.9 * smoothstep(0, 700, inside)) * blocks;
}

double Country::erodibility(double x, double y) const {
  const double across = 0.35 * x + 0.94 * y + 300 * fractalNoise(x / 1300, y / 1300, seed(4), 3);
  const double layers = fractalNoise(across / 260, 0.5, seed(5), 4);
  const double patches = fractalNoise(x / 320, y / 320, seed(6), 4);
  const double rock =
      options_.erodibility ? options_.erodibility(options_.centreX + x, options_.centreY + y) : 1;
  return rock * std::exp(1.3 * layers + 0.9 * patches);
}

double Country::baseLevel(double x, double y, double inside) const {
  constexpr double kLength = 1200;
  constexpr double kHeight = 0.055 * kLength;  // tan 3 degrees at the front
  return kHeight * std::exp(std::min(0.0, inside) / kLength) + 2 * fractalNoise(x / 500, y / 500, seed(7), 4);
}

double Country::oldSurface(double x, double y) const {
  return 14 * fractalNoise(x / 700, y / 700, seed(9), 3) + 10 * gradientNoise(x / 61, y / 61, seed(10));
}

double Country::roughness(double x, double y) const {
  return fractalNoise(x / 60, y / 60, seed(8), 3);
}

std::uint64_t Country::seed(std::uint64_t salt) const {
  return subSeed(options_.seed, salt);
}

}  // namespace adit::synthetic
