#include <algorithm>

#include "viewer/geometry/shell_steps.h"

namespace adit::viewer {
namespace {

using geology::Vec3;

/// Sample coordinates to the scene: linear, so an origin and three vectors.
class SampleToScene {
 public:
  SampleToScene(const geology::Lattice& lattice, const SceneFrame& frame)
      : origin_(frame.toScene(lattice.world(-0.5, -0.5, -0.5))) {
    for (std::size_t a = 0; a < 3; ++a) {
      const Vec3 side = lattice.axis[a] * lattice.size[a];
      step_[a] = {side.x, side.y, side.z * frame.exaggeration};
    }
  }
  Vec3 at(const std::array<std::int64_t, 3>& sample) const {
    return origin_ + step_[0] * static_cast<double>(sample[0]) + step_[1] * static_cast<double>(sample[1]) +
           step_[2] * static_cast<double>(sample[2]);
  }
  const Vec3& step(std::size_t direction) const { return step_[direction]; }

 private:
  Vec3 origin_;
  std::array<Vec3, 3> step_;
};

/// The part of the way from a sample to the next at which the value is reached.
double crossing(const ShellSamples& samples, const std::array<std::int64_t, 3>& from, std::size_t direction) {
  std::array<std::int64_t, 3> to = from;
  ++to[direction];
  const double a = samples.at(from);
  return (samples.value() - a) / (samples.at(to) - a);
}

}  // namespace

void placeShellPoints(const ShellSamples& samples, const ShellPlan& plan, const SceneFrame& frame,
                      const ShellArrays& arrays) {
  const SampleToScene toScene(samples.lattice(), frame);
  forEachShellLayer(plan.layers(), [&](std::int64_t z) {
    const auto layer = static_cast<std::size_t>(z);
    std::fill(arrays.normals + 3 * plan.firstPoint(layer), arrays.normals + 3 * plan.firstPoint(layer + 1),
              0.0F);
    for (std::int64_t y = 0; y < samples.count()[1]; ++y) {
      std::array<float*, kEdgeDirections> out{};
      for (std::size_t direction = 0; direction < kEdgeDirections; ++direction)
        out[direction] = arrays.points + 3 * plan.firstPoint(y, z, direction);
      for (std::int64_t w = 0; w < samples.wordsPerRow(); ++w) {
        const auto crossed = crossedEdges(samples, y, z, w);
        if ((crossed[0] | crossed[1] | crossed[2]) == 0) continue;
        for (std::size_t direction = 0; direction < kEdgeDirections; ++direction)
          forEachBit(crossed[direction], [&](unsigned bit) {
            const std::array<std::int64_t, 3> sample{w * 64 + bit, y, z};
            const Vec3 p =
                toScene.at(sample) + toScene.step(direction) * crossing(samples, sample, direction);
            float*& place = out[direction];
            *place++ = static_cast<float>(p.x);
            *place++ = static_cast<float>(p.y);
            *place++ = static_cast<float>(p.z);
          });
      }
    }
  });
}

}  // namespace adit::viewer
