#include "viewer/geometry/search_ellipsoid.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geology/estimation/plan_json.h"
#include "viewer/state/columns.h"
#include "viewer/state/command.h"
#include "viewer/state/placement.h"

namespace adit::viewer {
namespace {

using estimation::EstimationPlan;

constexpr int kAround = 64, kUp = 32;  ///< facets of the skin: an even number of them meets every axis

const geology::BlockModel* pickedModel(const geology::Deposit& deposit, const ViewState& state) {
  if (!state.pick) return nullptr;
  for (const auto& model : deposit.blockModels)
    if (model->name == state.pick->object && state.pick->row < model->blockCount()) return model.get();
  return nullptr;
}

/// The last plan that the model was estimated by.
std::optional<EstimationPlan> planOf(const geology::BlockModel& model) {
  const auto& choices = model.source.choices;
  const auto last = std::find_if(choices.rbegin(), choices.rend(),
                                 [](const geology::ImportChoice& c) { return c.key == "estimate/plan"; });
  return last == choices.rend() ? std::nullopt : estimation::planFromJson(last->value).plan;
}

/// The pass by which a block was estimated, from 0; nothing where none reached it.
std::optional<std::size_t> passOf(const geology::BlockModel& model, const EstimationPlan& plan,
                                  std::size_t block) {
  const std::string column = plan.column.substr(plan.column.find('.') + 1);
  const std::string name = plan.target.model.empty() ? "pass" : column + "_pass";
  const geology::Column* passes = geology::findColumn(model.columns, name);
  if (passes == nullptr || !passes->isNumeric() || !passes->hasValue(block)) return std::nullopt;
  const float pass = passes->values[block];
  if (!(pass >= 1) || pass > static_cast<float>(plan.passes.size())) return std::nullopt;
  return static_cast<std::size_t>(pass) - 1;
}

SearchEllipsoid ellipsoidOf(const EstimationPlan& plan, std::size_t pass, const Vec3& centre,
                            const geology::Deposit& deposit) {
  SearchEllipsoid ellipsoid{centre, plan.search, plan.passes[pass].limits.maxPerOctant > 0, "search "};
  for (double& range : ellipsoid.shape.range) range *= plan.passes[pass].limits.reach;
  const auto& r = ellipsoid.shape.range;
  const auto text = [](double value) { return commandNumber(std::round(value * 10) / 10); };
  ellipsoid.title +=
      r[0] == r[1] && r[1] == r[2] ? text(r[0]) : text(r[0]) + " x " + text(r[1]) + " x " + text(r[2]);
  ellipsoid.title += std::string(" ") + geology::unitSymbol(deposit.unit) + ", pass " +
                     std::to_string(pass + 1) + (ellipsoid.octants ? ", octants" : "");
  return ellipsoid;
}

/// On the surface: `longitude` turns from the first axis to the second, `latitude` towards the third.
Vec3 surfacePoint(const SearchEllipsoid& e, double longitude, double latitude) {
  const std::array<double, 3> unit{std::cos(latitude) * std::cos(longitude),
                                   std::cos(latitude) * std::sin(longitude), std::sin(latitude)};
  Vec3 point = e.centre;
  for (std::size_t a = 0; a < 3; ++a) point = point + e.shape.axis[a] * (e.shape.range[a] * unit[a]);
  return point;
}

/// Outward, square to the surface: the gradient of the squared distance.
Vec3 surfaceNormal(const SearchEllipsoid& e, const Vec3& point) {
  const Vec3 unit = e.shape.scaled(point - e.centre);
  return e.shape.axis[0] * (unit.x / e.shape.range[0]) + e.shape.axis[1] * (unit.y / e.shape.range[1]) +
         e.shape.axis[2] * (unit.z / e.shape.range[2]);
}

void addLine(MeshBuffer& lines, const std::vector<Vec3>& points, const SceneFrame& frame) {
  for (const Vec3& p : points) {
    lines.corners.push_back(static_cast<std::int64_t>(lines.points.size()));
    lines.points.push_back(frame.toFloat(p));
  }
  lines.offsets.push_back(static_cast<std::int64_t>(lines.corners.size()));
  lines.rows.push_back(0);
}

}  // namespace

std::optional<SearchEllipsoid> searchEllipsoid(const geology::Deposit& deposit, const ViewState& state) {
  if (!state.estimate.ellipsoid) return std::nullopt;
  const geology::BlockModel* model = pickedModel(deposit, state);
  Vec3 centre = state.pick ? state.pick->position : knownBounds(deposit).center();
  if (model != nullptr) centre = model->blockCenter(state.pick->row);
  if (!state.estimate.plan.empty()) {
    const auto plan = estimation::planFromJson(state.estimate.plan).plan;
    if (!plan || deposit.empty()) return std::nullopt;
    return ellipsoidOf(*plan, 0, centre, deposit);
  }
  const auto plan = model != nullptr ? planOf(*model) : std::nullopt;
  const auto pass = plan ? passOf(*model, *plan, state.pick->row) : std::nullopt;
  if (!pass) return std::nullopt;
  return ellipsoidOf(*plan, *pass, centre, deposit);
}

MeshBuffer ellipsoidSkin(const SearchEllipsoid& ellipsoid, const SceneFrame& frame) {
  constexpr double kPi = std::numbers::pi;
  MeshBuffer mesh;
  for (int j = 0; j <= kUp; ++j)
    for (int i = 0; i < kAround; ++i) {
      const Vec3 p = surfacePoint(ellipsoid, 2 * kPi * i / kAround, kPi * (j - kUp / 2) / kUp);
      const Vec3 n = frame.normalToScene(surfaceNormal(ellipsoid, p));
      mesh.points.push_back(frame.toFloat(p));
      mesh.normals.push_back({static_cast<float>(n.x), static_cast<float>(n.y), static_cast<float>(n.z)});
    }
  const auto corner = [](int i, int j) { return static_cast<std::int64_t>(j) * kAround + i % kAround; };
  for (int j = 0; j < kUp; ++j)
    for (int i = 0; i < kAround; ++i) {
      if (j > 0) mesh.addPolygon({corner(i, j), corner(i + 1, j), corner(i + 1, j + 1)}, 0);
      if (j + 1 < kUp) mesh.addPolygon({corner(i, j), corner(i + 1, j + 1), corner(i, j + 1)}, 0);
    }
  return mesh;
}

MeshBuffer ellipsoidLines(const SearchEllipsoid& ellipsoid, const SceneFrame& frame) {
  MeshBuffer lines;
  for (std::size_t a = 0; a < 3; ++a) {
    const Vec3 half = ellipsoid.shape.axis[a] * ellipsoid.shape.range[a];
    addLine(lines, {ellipsoid.centre - half, ellipsoid.centre + half}, frame);
  }
  if (!ellipsoid.octants) return lines;
  for (std::size_t a = 0; a < 3; ++a) {  // square to axis a
    const std::size_t u = (a + 1) % 3, v = (a + 2) % 3;
    std::vector<Vec3> points;
    for (int i = 0; i <= kAround; ++i) {
      const double angle = 2 * std::numbers::pi * i / kAround;
      points.push_back(ellipsoid.centre +
                       ellipsoid.shape.axis[u] * (ellipsoid.shape.range[u] * std::cos(angle)) +
                       ellipsoid.shape.axis[v] * (ellipsoid.shape.range[v] * std::sin(angle)));
    }
    addLine(lines, points, frame);
  }
  return lines;
}

}  // namespace adit::viewer
