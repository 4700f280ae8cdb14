#include "geology/synthetic/demo_plans.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "geology/analysis/mesh_measure.h"

namespace adit::synthetic {
namespace {

using geology::MinePlan;
using geology::PlanActivity;
using geology::PlanLine;
using geology::Vec3;

constexpr int kFirstYear = 2030;
constexpr int kYears = 12;
constexpr const char* kStope = "stope 1";

std::vector<geology::PlanPeriod> years(int first, int count) {
  std::vector<geology::PlanPeriod> periods;
  for (int n = 0; n < count; ++n) periods.push_back({std::to_string(first + n), {}, 1});
  return periods;
}

Vec3 towards(double azimuth) {
  const double angle = azimuth * std::numbers::pi / 180;
  return {std::sin(angle), std::cos(angle), 0};
}

/// Down a helix at a gradient from a portal, clockwise, to a level.
std::vector<Vec3> helix(const Vec3& portal, double heading, double level) {
  constexpr double kRadius = 40;
  constexpr double kGradient = 1.0 / 7;
  constexpr int kPerTurn = 32;
  constexpr double kStraight = 60;  // metres from the portal into the hill
  std::vector<Vec3> points{portal};
  points.push_back(portal + towards(heading) * kStraight - Vec3{0, 0, kStraight * kGradient});
  const Vec3 start = points.back();
  const Vec3 middle = start + towards(heading + 90) * kRadius;
  const double fall = 2 * std::numbers::pi * kRadius * kGradient / kPerTurn;
  double z = start.z;
  for (int n = 1; z > level; ++n) {
    z = std::max(level, z - fall);
    const Vec3 from = towards(heading - 90 + 360.0 * n / kPerTurn);
    points.push_back({middle.x + from.x * kRadius, middle.y + from.y * kRadius, z});
  }
  return points;
}

/// A lens along an azimuth as a closed solid: a box whose walls lean by a tenth.
geology::TriangleMesh lens(const Vec3& foot, double azimuth, const Vec3& size) {
  geology::TriangleMesh mesh;
  mesh.name = kStope;
  const Vec3 along = towards(azimuth);
  const Vec3 across{along.y, -along.x, 0};
  for (const double up : {0.0, 1.0})
    for (const auto& [a, b] : {std::pair{-.5, -.5}, {-.5, .5}, {.5, .5}, {.5, -.5}}) {
      const Vec3 p = foot + along * (a * size.x) + across * (b * size.y + up * size.z / 10);
      mesh.vertices.push_back({p.x, p.y, foot.z + up * size.z});
    }
  const auto quad = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
    mesh.triangles.push_back({a, b, c});
    mesh.triangles.push_back({a, c, d});
  };
  quad(0, 1, 2, 3);
  quad(7, 6, 5, 4);
  for (std::uint32_t n = 0; n < 4; ++n) quad(n + 4, (n + 1) % 4 + 4, (n + 1) % 4, n);
  const analysis::MeshDescription description = analysis::describeMesh(mesh);
  mesh.closed = description.closed;
  mesh.volume = description.volume;
  mesh.area = description.area;
  return mesh;
}

PlanLine drive(const char* name, std::vector<Vec3> points, int first, int last) {
  PlanLine line;
  line.name = name;
  line.points = std::move(points);
  line.activity = PlanActivity::Development;
  line.width = 5.5;
  line.height = 5.5;
  line.first = static_cast<geology::PeriodIndex>(first);
  line.last = static_cast<geology::PeriodIndex>(last);
  return line;
}

}  // namespace

std::vector<Vec3> rampLine(const PitFloor& floor, const PitSlope& slope, const geology::Terrain& terrain) {
  std::vector<Vec3> up;
  for (const PitBench& bench : designBenches(floor, slope, terrain.bounds().max.z)) {
    const std::size_t n = bench.rampInner.size();
    // A bench's stretch begins after the spokes without a ramp; half its width at least is road.
    const auto isRoad = [&](std::size_t i) {
      return geology::length(bench.rampOuter[i % n] - bench.rampInner[i % n]) >= slope.rampWidth / 2;
    };
    std::size_t start = 0;
    while (start < n && isRoad(start)) ++start;
    for (std::size_t i = start; i < start + n; ++i) {
      if (!isRoad(i)) continue;
      const Vec3 middle = (bench.rampInner[i % n] + bench.rampOuter[i % n]) * 0.5;
      const double ground = terrain.heightAt(middle.x, middle.y);
      if (!(middle.z < ground)) {
        std::reverse(up.begin(), up.end());
        return up;
      }
      up.push_back(middle);
    }
  }
  std::reverse(up.begin(), up.end());
  return up;
}

MinePlan pitPlan(const geology::BlockModel& model, const geology::Column& column, std::vector<Vec3> ramp) {
  std::set<float> values;
  for (const float value : column.values)
    if (std::isfinite(value)) values.insert(value);
  MinePlan plan;
  plan.name = model.name + " by " + column.name;
  plan.source = model.source;
  if (values.empty()) return plan;
  plan.periods =
      years(static_cast<int>(*values.begin()), static_cast<int>(*values.rbegin() - *values.begin()) + 1);
  geology::PlanBlocks blocks;
  blocks.model = model.name;
  blocks.column = column.name;
  blocks.period.assign(model.blockCount(), geology::kNeverMined);
  for (std::size_t row = 0; row < column.values.size(); ++row)
    if (std::isfinite(column.values[row]))
      blocks.period[row] = static_cast<geology::PeriodIndex>(column.values[row] - *values.begin());
  plan.blocks.push_back(std::move(blocks));
  if (ramp.size() < 2) return plan;
  PlanLine route;
  route.name = "ramp";
  route.points = std::move(ramp);
  route.activity = PlanActivity::HaulRoute;
  route.width = PitSlope{}.rampWidth;
  route.height = 10;
  plan.lines.push_back(std::move(route));
  return plan;
}

UndergroundSketch undergroundSketch(const PitFloor& floor, const geology::Terrain& terrain) {
  constexpr double kBelow = 90;    // metres from the pit's floor down to the level
  constexpr double kBeside = 820;  // from the middle of the pit to the portal
  constexpr double kStopeHeight = 40;
  const double across = floor.azimuth + 90;
  const Vec3 level{floor.centre.x, floor.centre.y, floor.centre.z - kBelow};
  Vec3 portal = level + towards(across) * kBeside;
  portal.z = terrain.heightAt(portal.x, portal.y);
  UndergroundSketch sketch;
  MinePlan& plan = sketch.plan;
  plan.name = "underground, a sketch";
  plan.periods = years(kFirstYear, kYears);
  std::vector<Vec3> decline = helix(portal, across + 180, level.z);
  const Vec3 foot = decline.back();
  plan.lines.push_back(drive("decline", std::move(decline), 0, 5));
  const Vec3 junction = level + towards(across) * 60;
  plan.lines.push_back(drive("access", {foot, junction, level}, 6, 7));
  const Vec3 along = towards(floor.azimuth);
  plan.lines.push_back(drive("ore drive", {level - along * 120, level, level + along * 120}, 8, 8));
  const Vec3 raise = junction + along * 15;
  plan.lines.push_back(drive("crosscut", {junction, raise}, 7, 7));
  Vec3 collar = foot + towards(across) * 45;
  collar.z = terrain.heightAt(collar.x, collar.y);
  PlanLine air = drive("air raise", {{collar.x, collar.y, foot.z}, collar}, 6, 6);
  plan.lines.push_back(drive("air crosscut", {foot, {collar.x, collar.y, foot.z}}, 6, 6));
  air.width = air.height = 4;
  plan.lines.push_back(std::move(air));
  sketch.stope = lens(level + along * 60, floor.azimuth, {70, 22, kStopeHeight});
  plan.solids.push_back({kStope, PlanActivity::Stope, 9, 9});
  plan.solids.push_back({kStope, PlanActivity::Backfill, 11, 11});
  return sketch;
}

}  // namespace adit::synthetic
