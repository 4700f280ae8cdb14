#include "viewer/geometry/walk_facts.h"

#include <cmath>
#include <cstdio>

#include "viewer/state/facts.h"
#include "viewer/state/plan.h"

namespace adit::viewer {
namespace {

constexpr double kAbove = 3;  ///< metres above the ground from which on one is in the air

/// "-1,234.5" with so many decimals, none or one.
std::string numberText(double value, bool tenth) {
  const auto units = std::llround(std::abs(value) * (tenth ? 10 : 1));
  std::string text = value < 0 && units != 0 ? std::string("-") : std::string();
  text.append(withThousands(static_cast<std::size_t>(tenth ? units / 10 : units)));
  if (tenth) text.append(".").append(std::to_string(units % 10));
  return text;
}
std::string whole(double value) {
  return numberText(value, false);
}
std::string tenths(double value) {
  return numberText(value, true);
}

/// "ramp, 250 m" on the way of a haul route.
std::string routeText(const Workings& workings, const Vec3& feet, double time, const std::string& unit) {
  std::vector<planning::Drive::Place> places;
  for (const planning::Drive& route : workings.haulRoutes()) {
    places.clear();
    route.placesAt(feet.x, feet.y, route.lengthAt(time), 0, places);
    for (const auto& place : places)
      if (std::abs(place.floor - feet.z) < route.profile().height)
        return route.line().name + ", " + whole(place.chainage) + " " + unit;
  }
  return {};
}

std::string stopeText(const Workings& workings, const Vec3& feet, double time) {
  for (const auto& solid : workings.solids()) {
    if (solid->solid->activity != geology::PlanActivity::Stope || !solid->begun(time)) continue;
    for (const auto& stretch : solid->inside.insideAt(feet.x, feet.y))
      if (stretch.lowest <= feet.z + kAbove && feet.z <= stretch.highest) return solid->solid->mesh;
  }
  return {};
}

/// Under ground or on a road: by name.
std::string namedPlace(const PlanInTime& plan, const Vec3& feet, const std::string& unit, bool covered) {
  if (plan.workings == nullptr) return {};
  constexpr double kKnee = 0.5;  // of a length unit: within the profile, not in its floor
  const DrivePlace drive = plan.workings->driveAt(feet + Vec3{0, 0, kKnee}, plan.time);
  if (drive.drive != nullptr) return drive.drive->line().name + ", " + whole(drive.chainage) + " " + unit;
  if (covered) return stopeText(*plan.workings, feet, plan.time);
  return routeText(*plan.workings, feet, plan.time, unit);
}

std::string benchText(const PlanInTime& plan, const Vec3& feet, const std::string& unit) {
  if (plan.ground == nullptr) return {};
  const planning::PlanPlace place = plan.ground->placeOf(feet.x, feet.y);
  const std::int64_t layer =
      plan.ground->openLayer(static_cast<std::int64_t>(std::floor(place.i)),
                             static_cast<std::int64_t>(std::floor(place.j)), plan.time);
  if (layer >= plan.ground->model().lattice.count[2]) return {};
  return "bench " + whole(plan.ground->heightOfLayer(layer)) + " " + unit;
}

std::string placeText(const geology::Deposit& deposit, const WalkGround& ground, const Vec3& feet) {
  const std::string unit = geology::unitSymbol(deposit.unit);
  const double above = feet.z - ground.groundAt(feet.x, feet.y);
  const bool covered = isCovered(ground, feet + Vec3{0, 0, 0.5 * unitsInMetre(deposit.unit)});
  if (const PlanInTime* plan = ground.plan()) {
    const std::string named = namedPlace(*plan, feet, unit, covered);
    if (!named.empty()) return named;
  }
  if (std::isnan(above)) return "off the ground";
  if (above > kAbove * unitsInMetre(deposit.unit)) return whole(above) + " " + unit + " above the ground";
  if (above < -kAbove * unitsInMetre(deposit.unit)) return covered ? "under ground" : "within the rock";
  const std::string bench = ground.plan() != nullptr ? benchText(*ground.plan(), feet, unit) : std::string();
  return bench.empty() ? "on the surface" : bench;
}

}  // namespace

WalkFacts walkFacts(const geology::Deposit& deposit, const WalkGround& ground, const Vec3& feet) {
  WalkFacts facts;
  facts.coordinates = whole(feet.x) + " E · " + whole(feet.y) + " N";
  facts.level = "RL " + tenths(feet.z) + " " + geology::unitSymbol(deposit.unit);
  facts.place = placeText(deposit, ground, feet);
  if (const PlanInTime* plan = ground.plan()) facts.period = planMomentText(*plan->plan, plan->time);
  return facts;
}

}  // namespace adit::viewer
