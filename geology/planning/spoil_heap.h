// Where broken rock lies: a heap on the terrain that grows with what has been mined.
#pragma once
#include <optional>
#include <vector>

#include "geology/model/terrain.h"
#include "geology/planning/mined_ground.h"

namespace adit::planning {

/// A heap of a place, its sides at the angle at which loose rock comes to rest, flat on top once it is as
/// high as it may be.
struct HeapSite {
  double x = 0, y = 0;
  double repose = 37;  ///< degrees; of broken hard rock
  double lift = 60;    ///< height above the ground at its middle that it does not exceed
};

/// On flat ground, near, and clear of whatever the plan ever opens: the best of the places around. Sketched
/// by Adit, and no part of a plan: a plan with a dump of its own draws that. Nothing when the terrain has no
/// room for so much.
std::optional<HeapSite> proposeHeap(const MinedGround& ground, double volume);

/// A heap of any volume on one site. Volumes are in cubic units of the terrain's lengths.
class SpoilHeap {
 public:
  /// Keeps nothing of the terrain but its heights around; `largest` is the volume that it will ever have.
  SpoilHeap(const geology::Terrain& terrain, const HeapSite& site, double largest);

  const HeapSite& site() const { return site_; }
  /// Height of the (imagined) tip of a heap of that volume; where it is higher than the flat top the heap
  /// grows sideways. By bisection, within a millionth of the largest volume.
  double tipOf(double volume) const;
  double volumeOf(double tip) const;
  /// The surface of the heap at a place; below the ground outside of it.
  double heightAt(double x, double y, double tip) const;
  /// How far it may reach from the middle.
  double radius() const { return radius_; }

 private:
  struct Cell {
    double distance;  ///< from the middle
    double ground;
  };
  HeapSite site_;
  double slope_;  ///< fall per unit of distance
  double base_;   ///< ground at the middle
  double radius_ = 0;
  double cellArea_ = 1;
  std::vector<Cell> cells_;
};

}  // namespace adit::planning
