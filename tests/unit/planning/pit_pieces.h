// A deposit with pits as surfaces, and the pieces of its ground.
#pragma once
#include <cmath>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "geology/planning/pit_stages.h"

namespace adit::planning {

using analysis::Polygon;

struct PitMine {
  geology::Deposit deposit;
  geology::MinePlan plan;

  void addPit(std::shared_ptr<const geology::TriangleMesh> mesh) {
    const auto period = static_cast<geology::PeriodIndex>(plan.periods.size());
    plan.periods.push_back({std::to_string(2027 + period), "", 1});
    plan.solids.push_back({mesh->name, geology::PlanActivity::Pit, period, period});
    deposit.meshes.push_back(std::move(mesh));
  }
  PitStages stages() const { return PitStages(deposit, plan); }
};

/// All pieces of the ground at a moment, the level floor among them.
inline std::vector<Polygon> groundAt(const PitStages& stages, double time) {
  std::vector<Polygon> all;
  for (std::uint32_t source = 0; source <= stages.pits().size(); ++source)
    stages.forEachPiece(time, source, [&](const Polygon& outline, std::uint32_t) { all.push_back(outline); });
  stages.forEachFloor(time, [&](const Polygon& outline) { all.push_back(outline); });
  return all;
}

inline bool isInside(const Polygon& polygon, double x, double y) {
  for (std::size_t n = 0; n < polygon.size(); ++n)
    if (geology::cross(polygon[(n + 1) % polygon.size()] - polygon[n], geology::Vec3{x, y, 0} - polygon[n])
            .z < 0)
      return false;
  return analysis::planArea(polygon) > 0;
}

inline double heightOn(const Polygon& polygon, double x, double y) {
  geology::Vec3 normal{};  // of the whole: corners of a piece may nearly be in one line
  for (std::size_t n = 2; n < polygon.size(); ++n)
    normal += geology::cross(polygon[n - 1] - polygon[0], polygon[n] - polygon[0]);
  return polygon[0].z - (normal.x * (x - polygon[0].x) + normal.y * (y - polygon[0].y)) / normal.z;
}

/// The height of the only piece over a place; NaN where there is none or more than one.
inline double onlyHeight(const std::vector<Polygon>& ground, double x, double y) {
  double height = std::nan("");
  for (const Polygon& piece : ground) {
    if (!isInside(piece, x, y)) continue;
    if (!std::isnan(height)) return std::nan("");
    height = heightOn(piece, x, y);
  }
  return height;
}

inline double areaOf(const std::vector<Polygon>& ground) {
  double area = 0;
  for (const Polygon& piece : ground) area += analysis::planArea(piece);
  return area;
}

inline double areaOfQuads(const PitStages& stages) {
  return 100. * static_cast<double>(stages.cutNatural().count());
}

}  // namespace adit::planning
