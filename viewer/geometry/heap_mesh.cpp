#include "viewer/geometry/heap_mesh.h"

#include <cmath>
#include <numbers>

namespace adit::viewer {
namespace {

constexpr int kRings = 96, kSpokes = 96;
constexpr double kUnderground = 2;  ///< length units that the foot goes below the ground: no gap shows

}  // namespace

GroundPolygons heapPolygons(const planning::SpoilHeap& heap, const geology::Terrain& terrain, double tip) {
  GroundPolygons polygons;
  const planning::HeapSite& site = heap.site();
  const auto at = [&](int ring, int spoke) {
    const double away = heap.radius() * ring / kRings;
    const double angle = spoke * 2 * std::numbers::pi / kSpokes;
    const double x = site.x + away * std::sin(angle);
    const double y = site.y + away * std::cos(angle);
    return geology::Vec3{x, y, heap.heightAt(x, y, tip)};
  };
  const auto out = [&](const geology::Vec3& p) {
    const double ground = terrain.heightAt(p.x, p.y);
    return !std::isnan(ground) && p.z > ground - kUnderground;
  };
  if (!out(at(0, 0)) || heap.volumeOf(tip) <= 0) return polygons;
  for (int ring = 0; ring < kRings; ++ring)
    for (int spoke = 0; spoke < kSpokes; ++spoke) {
      const std::array<geology::Vec3, 4> quad{at(ring, spoke), at(ring + 1, spoke), at(ring + 1, spoke + 1),
                                              at(ring, spoke + 1)};
      if (!out(quad[0]) && !out(quad[3])) continue;
      // Bearings turn clockwise, polygons seen from above the other way round.
      if (ring == 0)
        polygons.add(std::array{quad[0], quad[2], quad[1]}, kNoBlockBehind);
      else
        polygons.add(std::array{quad[0], quad[3], quad[2], quad[1]}, kNoBlockBehind);
    }
  return polygons;
}

}  // namespace adit::viewer
