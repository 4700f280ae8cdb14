#include "geology/planning/rising_solid.h"

#include <algorithm>
#include <cmath>

namespace adit::planning {
namespace {

using geology::Vec3;

analysis::HalfSpace upTo(double level) {
  return {{0, 0, level}, {0, 0, 1}};
}

/// The volume between a polygon and a level above it, negative where it faces up. By Gauss' theorem with the
/// field (0, 0, z - level), which is 0 on the level face.
double volumeUnder(const analysis::Polygon& polygon, double level) {
  double sum = 0;
  for (std::size_t n = 2; n < polygon.size(); ++n) {
    const Vec3 a = polygon[0], b = polygon[n - 1], c = polygon[n];
    const double area = ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
    sum += area * ((a.z + b.z + c.z) / 3 - level);
  }
  return sum;
}

}  // namespace

RisingSolid::RisingSolid(const geology::TriangleMesh& mesh) : mesh_(&mesh) {
  const geology::Box3 box = mesh.bounds();
  if (box.empty()) return;
  foot_ = box.min.z;
  top_ = box.max.z;
  if (volumeBelow(top_) < 0) sense_ = -1;
}

analysis::Polygon RisingSolid::corners(std::size_t triangle) const {
  const auto& [i, j, k] = mesh_->triangles[triangle];
  return {mesh_->vertices[i], mesh_->vertices[j], mesh_->vertices[k]};
}

double RisingSolid::volumeBelow(double level) const {
  if (!mesh_->closed) return 0;
  double sum = 0;
  for (std::size_t n = 0; n < mesh_->triangles.size(); ++n)
    sum += volumeUnder(analysis::clipped(corners(n), upTo(level)), level);
  return sum * sense_;
}

double RisingSolid::levelOf(double share) const {
  if (!(share > 0)) return foot_;
  if (share >= 1) return top_;
  if (!mesh_->closed) return foot_ + (top_ - foot_) * share;
  const double wanted = volumeBelow(top_) * share;
  double lo = foot_, hi = top_;
  while (hi - lo > (top_ - foot_) * 1e-6) {
    const double middle = (lo + hi) / 2;
    (volumeBelow(middle) < wanted ? lo : hi) = middle;
  }
  return (lo + hi) / 2;
}

std::vector<analysis::Polygon> RisingSolid::facesBelow(double level) const {
  std::vector<analysis::Polygon> faces;
  for (std::size_t n = 0; n < mesh_->triangles.size(); ++n) {
    analysis::Polygon face = analysis::clipped(corners(n), upTo(level));
    if (face.empty()) continue;
    if (sense_ < 0) std::reverse(face.begin(), face.end());
    faces.push_back(std::move(face));
  }
  return faces;
}

}  // namespace adit::planning
