#include "viewer/geometry/sub_block_steps.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace adit::viewer {
namespace {

/// Fractions of a parent are floats, written in files with a few digits: 0.3333 is a third.
constexpr double kSameFace = 2e-4;

/// The places of faces along an axis; stops when there are more than any regular cutting gives.
std::set<float> facesAlong(const geology::BlockModel& model, std::size_t axis) {
  std::set<float> faces;
  for (const geology::SubBox& box : model.boxes) {
    faces.insert(box.min[axis]);
    faces.insert(box.max[axis]);
    if (faces.size() > 4 * kMostSteps) break;
  }
  return faces;
}

bool fits(const std::set<float>& faces, std::int64_t steps) {
  return std::all_of(faces.begin(), faces.end(), [steps](float face) {
    const double place = static_cast<double>(face) * static_cast<double>(steps);
    return std::abs(place - std::round(place)) < kSameFace * static_cast<double>(steps);
  });
}

}  // namespace

std::optional<std::array<std::int64_t, 3>> subBlockSteps(const geology::BlockModel& model) {
  std::array<std::int64_t, 3> steps{1, 1, 1};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const std::set<float> faces = facesAlong(model, axis);
    while (steps[axis] <= kMostSteps && !fits(faces, steps[axis])) ++steps[axis];
    if (steps[axis] > kMostSteps) return std::nullopt;
  }
  return steps;
}

geology::Lattice refined(const geology::Lattice& lattice, const std::array<std::int64_t, 3>& steps) {
  geology::Lattice fine = lattice;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    fine.size[axis] /= static_cast<double>(steps[axis]);
    fine.count[axis] *= steps[axis];
  }
  return fine;
}

}  // namespace adit::viewer
