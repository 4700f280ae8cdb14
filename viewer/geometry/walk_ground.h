// What a person on foot can stand on in a view: the ground as mined at its moment, terrain, heaps, surfaces
// such as a designed pit, floors of tunnels and stopes.
#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "geology/analysis/point_in_mesh.h"
#include "viewer/geometry/plan_in_time.h"
#include "viewer/state/walker.h"

namespace adit::viewer {

/// Made for one deposit and view, cheap to make again for another moment. Terrains, and open surfaces that
/// lie above them, count where they are visible; the terrain into which the shown plan is cut counts always.
/// Blocks, closed solids and things for scale are walked through.
class WalkGround : public WalkableGround {
 public:
  /// Surfaces by name, kept from view to view.
  using Surfaces =
      std::vector<std::pair<const geology::TriangleMesh*, std::shared_ptr<const analysis::PointInMesh>>>;

  /// `plan` may be null and is not kept.
  WalkGround(const geology::Deposit& deposit, const ViewState& state, const PlanInTime* plan,
             Surfaces& surfaces);

  void spansAt(double x, double y, std::vector<RoomSpan>& spans) const override;
  /// The ground under the sky; NaN where there is none.
  double groundAt(double x, double y) const;
  const PlanInTime* plan() const { return plan_ ? &*plan_ : nullptr; }

 private:
  double terrainAt(double x, double y) const;
  double amongPits(double x, double y) const;
  double heapOver(double ground, double x, double y) const;

  std::optional<PlanInTime> plan_;
  std::vector<std::shared_ptr<const geology::Terrain>> terrains_;
  std::vector<std::shared_ptr<const analysis::PointInMesh>> surfaces_;
  double margin_;  ///< from the walls of tunnels, deposit units
};

/// Of a deposit: its unit, and a climb as high as a layer of the model that is mined, at least 15 m.
WalkMeasures walkMeasures(const geology::Deposit& deposit, const ViewState& state, const PlanInTime* plan);

}  // namespace adit::viewer
