// Tunnels, stopes and dumps of a plan at a moment: how far they are, and their faces.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "geology/analysis/point_in_mesh.h"
#include "geology/model/deposit.h"
#include "geology/planning/drive.h"
#include "geology/planning/rising_solid.h"
#include "viewer/geometry/convex_polygon.h"
#include "viewer/state/walker.h"

namespace adit::viewer {

/// A solid of a plan. Stopes open, backfill and dumps fill, from the foot up.
struct WorkedSolid {
  const geology::PlanSolid* solid = nullptr;
  planning::RisingSolid shape;
  analysis::PointInMesh inside;

  double levelAt(double time) const {
    return shape.levelOf(planning::doneShare(solid->first, solid->last, time));
  }
  bool begun(double time) const { return time > solid->first; }
};

/// Where one is in a tunnel.
struct DrivePlace {
  const planning::Drive* drive = nullptr;
  double chainage = 0;
};

/// Of one plan; what a plan says of meshes that the deposit lacks is left out, as are pits, which are
/// surfaces. Keeps references to both.
class Workings {
 public:
  Workings(const geology::Deposit& deposit, const geology::MinePlan& plan);

  /// Development only: haul routes are ways on the ground.
  const std::vector<planning::Drive>& drives() const { return drives_; }
  const std::vector<planning::Drive>& haulRoutes() const { return routes_; }
  const std::vector<std::unique_ptr<const WorkedSolid>>& solids() const { return solids_; }
  /// Whether this mesh is opened or filled from its foot up.
  bool has(const std::string& mesh) const;

  /// Rooms under ground at a moment: tunnels less `margin` on both sides, and stopes above their fill.
  void addSpans(double x, double y, double time, double margin, std::vector<RoomSpan>& spans) const;
  /// The surface of dumps at a place; NaN where there is none.
  double dumpHeight(double x, double y, double time) const;
  /// The tunnel in which a place in space lies.
  DrivePlace driveAt(const Vec3& place, double time) const;
  /// Volume of what is driven and stoped, less what is filled, in cubic units.
  double openVolume(double time) const;

 private:
  std::vector<planning::Drive> drives_, routes_;
  std::vector<std::unique_ptr<const WorkedSolid>> solids_;
};

/// The walls of all that has been opened by a moment, filled since or not, seen from within anticlockwise.
/// Stopes without the level face above them.
std::vector<Polygon> workingFaces(const Workings& workings, double time);
/// Of such walls those that are not against backfill: what is filled is no room any more. A face that is cut
/// by the level of the fill is clipped there; one that a fill covers in part otherwise stays whole.
std::vector<Polygon> unfilledFaces(const Workings& workings, std::vector<Polygon> faces, double time);
/// Surfaces of fill or of dumps, seen from outside anticlockwise.
std::vector<Polygon> filledFaces(const Workings& workings, geology::PlanActivity activity, double time);

/// A polygon cut where cells of a lattice meet, so that each piece has one block behind it.
void cutByCells(const Polygon& polygon, const geology::Lattice& lattice, std::vector<Polygon>& pieces);
/// The block just behind a polygon: on the side from which it is seen clockwise; nothing outside the model.
std::optional<std::size_t> blockBehind(const Polygon& polygon, const geology::BlockModel& model);

}  // namespace adit::viewer
