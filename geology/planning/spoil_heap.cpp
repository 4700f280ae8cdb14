#include "geology/planning/spoil_heap.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace adit::planning {
namespace {

using geology::Vec3;

constexpr double kPerDegree = std::numbers::pi / 180;
constexpr int kCellsAcross = 128;  ///< of the grid that a volume is summed on

double slopeOf(const HeapSite& site) {
  return std::tan(site.repose * kPerDegree);
}

/// The foot radius of a heap of that volume on level ground: a cone up to the lift, then a frustum.
double footOnLevelGround(const HeapSite& site, double volume) {
  const double slope = slopeOf(site);
  const double run = site.lift / slope;  // from the edge of the top to the foot
  const double cone = std::numbers::pi * run * run * site.lift / 3;
  if (volume <= cone) return run * std::cbrt(volume / cone);
  // pi h / 3 (R^2 + R r + r^2) = V with r = R - run
  const double c = volume * 3 / (std::numbers::pi * site.lift);
  return (3 * run + std::sqrt(std::max(0.0, 9 * run * run - 12 * (run * run - c)))) / 6;
}

struct Site {
  double x, y, score;
};

/// How much the ground rises and falls under a disc, or nothing where it is off the terrain.
std::optional<double> reliefUnder(const geology::Terrain& terrain, double x, double y, double radius) {
  double lo = 1e300, hi = -1e300;
  for (int step = 0; step < 16; ++step)
    for (const double share : {0.0, 0.5, 1.0}) {
      const double angle = step * std::numbers::pi / 8;
      const double z =
          terrain.heightAt(x + share * radius * std::sin(angle), y + share * radius * std::cos(angle));
      if (std::isnan(z)) return std::nullopt;
      lo = std::min(lo, z);
      hi = std::max(hi, z);
    }
  return hi - lo;
}

}  // namespace

std::optional<HeapSite> proposeHeap(const MinedGround& ground, double volume) {
  const geology::Terrain* terrain = ground.terrain();
  const MinedGround::Reach& reach = ground.reach();
  if (terrain == nullptr || reach.i1 == 0 || !(volume > 0)) return std::nullopt;
  const geology::Lattice& lattice = ground.model().lattice;
  const auto at = [&](std::int64_t i, std::int64_t j) {
    return lattice.world(static_cast<double>(i), static_cast<double>(j), 0);
  };
  const Vec3 middle = (at(reach.i0, reach.j0) + at(reach.i1, reach.j1)) * 0.5;
  const double pit = length(at(reach.i1, reach.j1) - at(reach.i0, reach.j0)) / 2;
  HeapSite site;
  const double foot = footOnLevelGround(site, volume);
  std::optional<Site> best;
  for (int bearing = 0; bearing < 360; bearing += 10)
    for (int ring = 0; ring < 8; ++ring) {
      const double away = pit + foot * (1.3 + 0.4 * ring);
      const double x = middle.x + away * std::sin(bearing * kPerDegree);
      const double y = middle.y + away * std::cos(bearing * kPerDegree);
      const auto relief = reliefUnder(*terrain, x, y, 1.3 * foot);
      if (!relief) continue;
      const double score = 4 * *relief + away;  // a metre of relief weighs as four metres of haul
      if (!best || score < best->score) best = Site{x, y, score};
    }
  if (!best) return std::nullopt;
  site.x = best->x;
  site.y = best->y;
  return site;
}

SpoilHeap::SpoilHeap(const geology::Terrain& terrain, const HeapSite& site, double largest)
    : site_(site), slope_(slopeOf(site)), base_(terrain.heightAt(site.x, site.y)) {
  // A slope below the heap takes rock that level ground would not.
  radius_ = 1.6 * footOnLevelGround(site, largest) + site.lift;
  const double cell = 2 * radius_ / kCellsAcross;
  cellArea_ = cell * cell;
  for (int row = 0; row < kCellsAcross; ++row)
    for (int column = 0; column < kCellsAcross; ++column) {
      const double dx = (column + 0.5) * cell - radius_;
      const double dy = (row + 0.5) * cell - radius_;
      const double height = terrain.heightAt(site.x + dx, site.y + dy);
      if (const double away = std::hypot(dx, dy); away <= radius_ && !std::isnan(height))
        cells_.push_back({away, height});
    }
}

double SpoilHeap::volumeOf(double tip) const {
  double sum = 0;
  for (const Cell& cell : cells_)
    sum += std::max(0.0, std::min(base_ + site_.lift, tip - slope_ * cell.distance) - cell.ground);
  return sum * cellArea_;
}

double SpoilHeap::tipOf(double volume) const {
  double lo = base_;
  double hi = base_ + site_.lift + slope_ * radius_;
  for (const Cell& cell : cells_) lo = std::min(lo, cell.ground);
  if (!(volume > 0) || cells_.empty()) return lo;
  for (int step = 0; step < 60; ++step) {
    const double middle = (lo + hi) / 2;
    (volumeOf(middle) < volume ? lo : hi) = middle;
  }
  return hi;
}

double SpoilHeap::heightAt(double x, double y, double tip) const {
  return std::min(base_ + site_.lift, tip - slope_ * std::hypot(x - site_.x, y - site_.y));
}

}  // namespace adit::planning
