#include <array>
#include <cmath>
#include <numbers>

#include "geology/synthetic/pit_design.h"

namespace adit::synthetic {
namespace {

using geology::Vec3;

constexpr std::size_t kVertices = 360;  // in a ring
constexpr double kLanding = 40;         // metres of level road where the ramp crosses a berm
constexpr double kEntry = 140;          // metres of level road on the floor, where the ramp gets its width
constexpr double kRadian = std::numbers::pi / 180;

/// A place on the oval of the floor, with the direction in which the wall goes out.
struct Spoke {
  Vec3 start;
  Vec3 outward;
};

// The oval is the Minkowski sum of two ellipses, the second a third in size and turned by 45 degrees: convex,
// so that offsets along its normals never cross, and less regular than one ellipse.
std::vector<Spoke> spokesOf(const PitFloor& floor) {
  struct Ellipse {
    double azimuth, semiLong, semiShort;
    // The point of the ellipse at which the outward normal is n.
    Vec3 at(const Vec3& n) const {
      const Vec3 along{std::sin(azimuth * kRadian), std::cos(azimuth * kRadian), 0};
      const Vec3 across{-along.y, along.x, 0};
      const double u = semiLong * dot(n, along);
      const double v = semiShort * dot(n, across);
      return (along * (semiLong * u) + across * (semiShort * v)) * (1 / std::hypot(u, v));
    }
  };
  const Ellipse first{floor.azimuth, floor.semiLong * 0.75, floor.semiShort * 0.75};
  const Ellipse second{floor.azimuth - 45, floor.semiLong * 0.25, floor.semiShort * 0.25};
  std::vector<Spoke> spokes;
  const double turn = (90 - floor.azimuth) * kRadian;
  for (std::size_t i = 0; i < kVertices; ++i) {
    // Even steps of the ellipse's own angle put the vertices about evenly along the pit, not on its ends.
    const double t = 2 * std::numbers::pi * static_cast<double>(i) / kVertices;
    const double angle = std::atan2(std::sin(t) / floor.semiShort, std::cos(t) / floor.semiLong) + turn;
    const Vec3 normal{std::cos(angle), std::sin(angle), 0};
    spokes.push_back({floor.centre + first.at(normal) + second.at(normal), normal});
  }
  return spokes;
}

/// Where the ramp is on a bench: one value a spoke.
struct RampOnBench {
  std::vector<double> width = std::vector<double>(kVertices, 0.0);
  std::vector<double> rise = std::vector<double>(kVertices, 0.0);  // of the ramp above the toe
};

class Designer {
 public:
  Designer(const PitFloor& floor, const PitSlope& slope)
      : floor_(floor), slope_(slope), spokes_(spokesOf(floor)), offset_(kVertices, 0.0) {}

  std::vector<PitBench> design(double top) {
    std::vector<PitBench> benches;
    RampOnBench ramp;
    enter(ramp);
    for (double level = floor_.centre.z; level <= top; level += slope_.benchHeight) {
      RampOnBench next;
      climb(ramp);
      landing(ramp, next);
      benches.push_back(bench(level, ramp));
      ramp = std::move(next);
    }
    return benches;
  }

 private:
  // Metres from a spoke to the next one along the wall, `out` metres from the floor's edge.
  double stepLength(std::size_t spoke, double out) const {
    const std::size_t next = (spoke + 1) % kVertices;
    return length(spokes_[next].start + spokes_[next].outward * out - spokes_[spoke].start -
                  spokes_[spoke].outward * out);
  }
  double advance() {
    const double step = stepLength(head_, offset_[head_]);
    head_ = (head_ + 1) % kVertices;
    return step;
  }

  // Up the bench at the ramp's grade, the full width.
  void climb(RampOnBench& ramp) {
    for (double rise = 0; rise < slope_.benchHeight; rise += advance() * slope_.rampGrade) {
      ramp.width[head_] = slope_.rampWidth;
      ramp.rise[head_] = rise;
    }
  }
  void enter(RampOnBench& ramp) {
    for (double run = 0; run < kEntry; run += advance()) ramp.width[head_] = slope_.rampWidth * run / kEntry;
  }
  // Level, while the ramp moves from the outside of the lower bench across the berm to the foot of the upper
  // one.
  void landing(RampOnBench& lower, RampOnBench& upper) {
    for (double run = 0; run < kLanding; run += advance()) {
      const double moved = run / kLanding;
      lower.width[head_] = slope_.rampWidth * (1 - moved);
      lower.rise[head_] = slope_.benchHeight;
      upper.width[head_] = slope_.rampWidth * moved;
    }
  }

  PitBench bench(double level, const RampOnBench& ramp) {
    PitBench bench{.level = level, .toe = {}, .rampInner = {}, .rampOuter = {}, .crest = {}};
    const double cotangent = 1 / std::tan(slope_.faceAngle * kRadian);
    for (std::size_t i = 0; i < kVertices; ++i) {
      const auto at = [&](double out, double rise) {
        const Vec3 p = spokes_[i].start + spokes_[i].outward * out;
        return Vec3{p.x, p.y, level + rise};
      };
      double out = offset_[i];
      bench.toe.push_back(at(out, 0));
      bench.rampInner.push_back(at(out += ramp.rise[i] * cotangent, ramp.rise[i]));
      bench.rampOuter.push_back(at(out += ramp.width[i], ramp.rise[i]));
      bench.crest.push_back(at(out += (slope_.benchHeight - ramp.rise[i]) * cotangent, slope_.benchHeight));
      offset_[i] = out + slope_.berm;
    }
    return bench;
  }

  PitFloor floor_;
  PitSlope slope_;
  std::vector<Spoke> spokes_;
  std::vector<double> offset_;  // of the toe of the bench in work from the floor's edge, one a spoke
  std::size_t head_ = 40;       // the spoke at which the ramp has arrived
};

}  // namespace

std::vector<PitBench> designBenches(const PitFloor& floor, const PitSlope& slope, double top) {
  return Designer(floor, slope).design(top);
}

}  // namespace adit::synthetic
