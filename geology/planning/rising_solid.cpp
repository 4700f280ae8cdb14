#include "geology/planning/rising_solid.h"

#include <algorithm>
#include <cmath>

namespace adit::planning {
namespace {

using geology::Vec3;

/// What a half-space below a level keeps of a triangle: none, three or four corners.
std::vector<Vec3> below(const std::array<Vec3, 3>& triangle, double level) {
  std::vector<Vec3> kept;
  for (std::size_t n = 0; n < 3; ++n) {
    const Vec3& a = triangle[n];
    const Vec3& b = triangle[(n + 1) % 3];
    if (a.z <= level) kept.push_back(a);
    if ((a.z < level && b.z > level) || (a.z > level && b.z < level)) {
      const double share = (level - a.z) / (b.z - a.z);
      kept.push_back({a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, level});
    }
  }
  if (kept.size() < 3) kept.clear();
  return kept;
}

/// The volume between a polygon and a level above it, negative where it faces up. By Gauss' theorem with the
/// field (0, 0, z - level), which is 0 on the level face.
double volumeUnder(const std::vector<Vec3>& polygon, double level) {
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

std::array<Vec3, 3> RisingSolid::corners(std::size_t triangle) const {
  const auto& [i, j, k] = mesh_->triangles[triangle];
  return {mesh_->vertices[i], mesh_->vertices[j], mesh_->vertices[k]};
}

double RisingSolid::volumeBelow(double level) const {
  if (!mesh_->closed) return 0;
  double sum = 0;
  for (std::size_t n = 0; n < mesh_->triangles.size(); ++n)
    sum += volumeUnder(below(corners(n), level), level);
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

std::vector<std::vector<Vec3>> RisingSolid::facesBelow(double level) const {
  std::vector<std::vector<Vec3>> faces;
  for (std::size_t n = 0; n < mesh_->triangles.size(); ++n) {
    std::vector<Vec3> face = below(corners(n), level);
    if (face.empty()) continue;
    if (sense_ < 0) std::reverse(face.begin(), face.end());
    faces.push_back(std::move(face));
  }
  return faces;
}

}  // namespace adit::planning
