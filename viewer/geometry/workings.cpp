#include "viewer/geometry/workings.h"

#include <algorithm>
#include <cmath>

namespace adit::viewer {
namespace {

using geology::PlanActivity;
using geology::Vec3;

constexpr double kBehind = 0.02;  ///< of a length unit: how far behind a wall its block is looked for
/// A wall that lies in the border of two cells is not cut there.
constexpr double kOnBorder = 1e-6;

/// What lies below and above a value of local coordinate `axis`.
void splitAt(const Polygon& polygon, const geology::Lattice& lattice, std::size_t axis,
             std::vector<Polygon>& pieces) {
  const auto coordinate = [&](const Vec3& p) {
    const Vec3 local = lattice.local(p);
    return axis == 0 ? local.x : axis == 1 ? local.y : local.z;
  };
  double lo = 1e300, hi = -1e300;
  for (const Vec3& p : polygon) {
    lo = std::min(lo, coordinate(p));
    hi = std::max(hi, coordinate(p));
  }
  Polygon rest = polygon;
  for (double cut = std::ceil(lo + kOnBorder); cut < hi - kOnBorder && !rest.empty(); ++cut) {
    const Vec3 at = lattice.origin + lattice.axis[axis] * (cut * lattice.size[axis]);
    Polygon piece = clipped(rest, {at, lattice.axis[axis]});
    rest = clipped(rest, {at, lattice.axis[axis] * -1});
    if (piece.size() >= 3) pieces.push_back(std::move(piece));
  }
  if (rest.size() >= 3) pieces.push_back(std::move(rest));
}

Vec3 areaVector(const Polygon& polygon) {
  Vec3 sum{};
  for (std::size_t n = 2; n < polygon.size(); ++n)
    sum += cross(polygon[n - 1] - polygon[0], polygon[n] - polygon[0]);
  return sum * 0.5;
}

Vec3 middleOf(const Polygon& polygon) {
  Vec3 middle{};
  for (const Vec3& p : polygon) middle += p;
  return middle * (1.0 / static_cast<double>(polygon.size()));
}

/// Backfill as far as it has come.
struct Fill {
  const analysis::PointInMesh& inside;
  double level;
  geology::Box3 box;  ///< of the whole solid
};

std::vector<Fill> fillsAt(const Workings& workings, double time) {
  std::vector<Fill> fills;
  for (const auto& solid : workings.solids())
    if (solid->solid->activity == PlanActivity::Backfill && solid->begun(time))
      fills.push_back({solid->inside, solid->levelAt(time), solid->shape.mesh().bounds()});
  return fills;
}

bool meet(const geology::Box3& box, const Polygon& polygon) {
  geology::Box3 other;
  for (const Vec3& p : polygon) other.include(p);
  return box.min.x <= other.max.x && other.min.x <= box.max.x && box.min.y <= other.max.y &&
         other.min.y <= box.max.y && box.min.z <= other.max.z && other.min.z <= box.max.z;
}

/// Whether the room just before all corners of a wall lies in the solid.
bool against(const Fill& fill, const Polygon& wall) {
  constexpr double kFromCorner = 0.01;  // of the way to the middle: a corner itself lies in other walls, too
  const Vec3 middle = middleOf(wall);
  const Vec3 step = geology::normalized(areaVector(wall)) * kBehind;
  return std::all_of(wall.begin(), wall.end(), [&](const Vec3& corner) {
    return fill.inside.contains(corner + (middle - corner) * kFromCorner + step);
  });
}

}  // namespace

Workings::Workings(const geology::Deposit& deposit, const geology::MinePlan& plan) {
  for (const geology::PlanLine& line : plan.lines) {
    if (line.points.size() < 2) continue;
    if (line.activity == PlanActivity::Development) drives_.emplace_back(line);
    if (line.activity == PlanActivity::HaulRoute) routes_.emplace_back(line);
  }
  for (const geology::PlanSolid& solid : plan.solids) {
    if (solid.activity == PlanActivity::Pit) continue;  // a surface that is there or not
    for (const auto& mesh : deposit.meshes)
      if (mesh->name == solid.mesh)
        solids_.push_back(std::make_unique<const WorkedSolid>(
            WorkedSolid{&solid, planning::RisingSolid(*mesh), analysis::PointInMesh(*mesh)}));
  }
}

bool Workings::has(const std::string& mesh) const {
  return std::any_of(solids_.begin(), solids_.end(),
                     [&](const auto& solid) { return solid->solid->mesh == mesh; });
}

void Workings::addSpans(double x, double y, double time, double margin, std::vector<RoomSpan>& spans) const {
  std::vector<planning::Drive::Place> places;
  for (const planning::Drive& drive : drives_) drive.placesAt(x, y, drive.lengthAt(time), margin, places);
  for (const auto& place : places) spans.push_back({place.floor, place.back, true});
  for (const auto& stope : solids_) {
    if (stope->solid->activity != PlanActivity::Stope || !stope->begun(time)) continue;
    const double opened = stope->levelAt(time);
    for (const analysis::HeightStretch& stretch : stope->inside.insideAt(x, y)) {
      RoomSpan room{stretch.lowest, std::min(stretch.highest, opened), true};
      for (const auto& fill : solids_) {
        if (fill->solid->activity != PlanActivity::Backfill || !fill->begun(time)) continue;
        const double level = fill->levelAt(time);
        for (const analysis::HeightStretch& filled : fill->inside.insideAt(x, y))
          if (filled.lowest <= room.floor + kBehind)
            room.floor = std::max(room.floor, std::min(filled.highest, level));
      }
      if (room.roof > room.floor) spans.push_back(room);
    }
  }
}

double Workings::dumpHeight(double x, double y, double time) const {
  double height = std::nan("");
  for (const auto& dump : solids_) {
    const PlanActivity activity = dump->solid->activity;
    if (activity != PlanActivity::Dump && activity != PlanActivity::Stockpile) continue;
    if (!dump->begun(time)) continue;
    if (const auto heights = dump->inside.heightsAt(x, y))
      height = std::fmax(height, std::min(heights->highest, dump->levelAt(time)));
  }
  return height;
}

DrivePlace Workings::driveAt(const Vec3& place, double time) const {
  std::vector<planning::Drive::Place> places;
  for (const planning::Drive& drive : drives_) {
    places.clear();
    drive.placesAt(place.x, place.y, drive.lengthAt(time), 0, places);
    for (const auto& at : places)
      if (at.floor <= place.z + kBehind && place.z <= at.back) return {&drive, at.chainage};
  }
  return {};
}

double Workings::openVolume(double time) const {
  double volume = 0;
  for (const planning::Drive& drive : drives_) volume += drive.volumeTo(drive.lengthAt(time));
  for (const auto& solid : solids_) {
    const double part = solid->begun(time) ? solid->shape.volumeBelow(solid->levelAt(time)) : 0;
    if (solid->solid->activity == PlanActivity::Stope) volume += part;
    if (solid->solid->activity == PlanActivity::Backfill) volume -= part;
  }
  return volume;
}

std::vector<Polygon> workingFaces(const Workings& workings, double time) {
  std::vector<Polygon> faces;
  for (const planning::Drive& drive : workings.drives())
    for (Polygon& face : planning::driveFaces(drive, drive.lengthAt(time))) faces.push_back(std::move(face));
  for (const auto& solid : workings.solids()) {
    if (solid->solid->activity != PlanActivity::Stope || !solid->begun(time)) continue;
    for (Polygon& face : solid->shape.facesBelow(solid->levelAt(time))) {
      std::reverse(face.begin(), face.end());
      faces.push_back(std::move(face));
    }
  }
  return faces;
}

std::vector<Polygon> unfilledFaces(const Workings& workings, std::vector<Polygon> faces, double time) {
  for (const Fill& fill : fillsAt(workings, time)) {
    std::vector<Polygon> left;
    for (Polygon& face : faces) {
      const Vec3 level{fill.box.min.x, fill.box.min.y, fill.level};
      const Polygon low = meet(fill.box, face) ? clipped(face, HalfSpace{level, {0, 0, 1}}) : Polygon{};
      if (low.empty() || !against(fill, low)) {
        left.push_back(std::move(face));
        continue;
      }
      const bool reachesOut =
          std::any_of(face.begin(), face.end(), [&](const Vec3& p) { return p.z > fill.level; });
      if (reachesOut) left.push_back(clipped(face, HalfSpace{level, {0, 0, -1}}));
    }
    faces = std::move(left);
  }
  return faces;
}

std::vector<Polygon> filledFaces(const Workings& workings, PlanActivity activity, double time) {
  std::vector<Polygon> faces;
  for (const auto& solid : workings.solids())
    if (solid->solid->activity == activity && solid->begun(time))
      for (Polygon& face : solid->shape.facesBelow(solid->levelAt(time))) faces.push_back(std::move(face));
  return faces;
}

void cutByCells(const Polygon& polygon, const geology::Lattice& lattice, std::vector<Polygon>& pieces) {
  std::vector<Polygon> from{polygon};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    std::vector<Polygon> next;
    for (const Polygon& piece : from) splitAt(piece, lattice, axis, next);
    from = std::move(next);
  }
  for (Polygon& piece : from) pieces.push_back(std::move(piece));
}

std::optional<std::size_t> blockBehind(const Polygon& polygon, const geology::BlockModel& model) {
  if (polygon.empty()) return std::nullopt;
  return model.blockAt(middleOf(polygon) - geology::normalized(areaVector(polygon)) * kBehind);
}

}  // namespace adit::viewer
