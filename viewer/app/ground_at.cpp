#include "viewer/app/ground_at.h"

#include "geology/analysis/mesh_measure.h"
#include "viewer/geometry/mined_surface.h"
#include "viewer/geometry/pit_pieces.h"
#include "viewer/geometry/plan_in_time.h"
#include "viewer/state/plan.h"

namespace adit::viewer {

namespace {

geology::TriangleMesh groundOfBlocks(const planning::MinedGround& ground, double time) {
  GroundPolygons around;
  if (const geology::Terrain* terrain = ground.terrain())
    around = terrainAround(ground, time, 1, geology::BitMask(terrain->heights.size(), true));
  return asTriangles(minedSurface(ground, time), around);
}

}  // namespace

OrError<std::shared_ptr<const geology::Deposit>> groundAt(
    const std::shared_ptr<const geology::Deposit>& deposit, const std::string& moment) {
  const OrError<ViewState> view = apply({}, command("plan time", moment), *deposit);
  if (const auto* fault = std::get_if<CommandError>(&view)) return *fault;
  ViewState state = std::get<ViewState>(view);
  state.plan.dumps = false;
  PlanMaker maker;
  const PlanInTime* plan = maker.at(deposit, state);
  if (plan != nullptr && !plan->fault.empty()) return CommandError{plan->fault};
  if (plan == nullptr || (plan->ground == nullptr && plan->pits == nullptr))
    return CommandError{
        "the plan orders no block model whose layers are level and has no pit as a surface: there is no "
        "ground to write"};
  geology::TriangleMesh mesh =
      plan->pits != nullptr ? pitGround(*plan->pits, plan->time) : groundOfBlocks(*plan->ground, plan->time);
  if (mesh.triangles.empty()) return CommandError{"nothing is open at that moment, and there is no terrain"};
  mesh.name = "ground";
  mesh.source = plan->plan->source;
  mesh.source.note += (mesh.source.note.empty() ? "" : "; ") + std::string("ground of ") + plan->plan->name +
                      ", " + planMomentText(*plan->plan, plan->time);
  const analysis::MeshDescription description = analysis::describeMesh(mesh);
  mesh.closed = description.closed;
  mesh.area = description.area;
  auto result = std::make_shared<geology::Deposit>();
  result->name = deposit->name;
  result->crs = deposit->crs;
  result->unit = deposit->unit;
  result->unitStated = deposit->unitStated;
  result->synthetic = deposit->synthetic;
  result->syntheticNote = deposit->syntheticNote;
  result->meshes = {std::make_shared<geology::TriangleMesh>(std::move(mesh))};
  return std::shared_ptr<const geology::Deposit>(std::move(result));
}

}  // namespace adit::viewer
