#include "geology/synthetic/porphyry_body.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "geology/synthetic/random.h"

namespace adit::synthetic {
namespace {

using geology::Vec3;

struct Stock {
  Vec3 centre;
  Vec3 semiAxes;
  double copper;  // %, on the shell of radius 0.6
};

// Sizes and grades after Reko Diq and Saindak; the whole holds some 950 Mt at 0.44 % Cu above 0.2 %.
constexpr std::array<Stock, 3> kStocks{{{{0, 0, -380}, {330, 270, 620}, 0.62},
                                        {{520, 180, -330}, {260, 220, 520}, 0.52},
                                        {{-420, -260, -300}, {210, 240, 430}, 0.45}}};
constexpr double kBackgroundCopper = 0.03;
constexpr double kOreRadius = 0.6;
constexpr double kWarp = 45;  // metres
constexpr Vec3 kWarpLength{250, 250, 300};

double square(double v) {
  return v * v;
}

Alteration alterationAt(double radius) {
  if (radius < 0.85) return Alteration::Potassic;
  if (radius < 1.35) return Alteration::Phyllic;
  return radius < 2.2 ? Alteration::Propylitic : Alteration::Unaltered;
}

}  // namespace

PorphyryBody::PorphyryBody(std::uint64_t seed)
    : warpX_({subSeed(seed, 101), kWarpLength, Covariance::Gaussian}),
      warpY_({subSeed(seed, 102), kWarpLength, Covariance::Gaussian}) {}

Shell PorphyryBody::at(const Vec3& p) const {
  Shell shell;
  shell.warped = {p.x + kWarp * warpX_.at(p), p.y + kWarp * warpY_.at(p), p.z};
  shell.radius = 1e9;
  shell.copperTrend = kBackgroundCopper;
  for (const Stock& stock : kStocks) {
    const Vec3 d = shell.warped - stock.centre;
    const double radius = std::sqrt(square(d.x / stock.semiAxes.x) + square(d.y / stock.semiAxes.y) +
                                    square(d.z / stock.semiAxes.z));
    const double width = radius < kOreRadius ? 0.55 : 0.42;
    shell.radius = std::min(shell.radius, radius);
    shell.copperTrend =
        std::max(shell.copperTrend, stock.copper * std::exp(-square((radius - kOreRadius) / width)));
  }
  shell.alteration = alterationAt(shell.radius);
  return shell;
}

double PorphyryBody::erodibility(double x, double y) const {
  switch (at({x, y, 0}).alteration) {
    case Alteration::Potassic:
      return 0.7;
    case Alteration::Phyllic:
      return 1.6;
    case Alteration::Propylitic:
      return 1.1;
    case Alteration::Unaltered:
      break;
  }
  return 1;
}

}  // namespace adit::synthetic
