// Commands on tools, measuring and picking.
#include "viewer/state/command_table.h"
#include "viewer/state/on_foot.h"

namespace adit::viewer {
namespace {

using geology::ObjectKind;

void addPoint(CommandContext& context) {
  const Vec3 point = takePoint(context);
  if (context.state.measure.size() >= kMostMeasurePoints) context.arguments.fail("too many points");
  context.state.measure.push_back(point);
}

void removePoint(CommandContext& context) {
  if (context.state.measure.empty())
    context.arguments.fail("there is no point to take back");
  else
    context.state.measure.pop_back();
}

std::size_t rowCount(const geology::Deposit& deposit, const geology::ObjectEntry& object,
                     const std::string& table) {
  switch (object.kind) {
    case ObjectKind::DrillHoles: {
      const geology::DrillHoles& holes = *deposit.drillholes[object.index];
      if (table.empty()) return holes.holes.size();
      const geology::IntervalTable* found = holes.table(table);
      return found == nullptr ? 0 : found->size();
    }
    case ObjectKind::BlockModel:
      return deposit.blockModels[object.index]->blockCount();
    case ObjectKind::Mesh:
      return deposit.meshes[object.index]->triangles.size() + deposit.meshes[object.index]->lines.size();
    case ObjectKind::Terrain:
      return deposit.terrains[object.index]->heights.size();
    case ObjectKind::Points:
      return deposit.points[object.index]->points.size();
    case ObjectKind::Asset:
      return deposit.assets[object.index]->parts.size();
    case ObjectKind::Image:
      return 0;
  }
  return 0;
}

void pick(CommandContext& context) {
  PickState picked;
  picked.object = takeObject(context, kEveryKind, "OBJECT");
  const std::string table = context.arguments.text("TABLE");
  if (table != "-") picked.table = table;
  picked.row = static_cast<std::size_t>(context.arguments.integer("ROW", 0, 1L << 52));
  picked.position = context.arguments.point();
  const auto object = findObject(context.deposit, picked.object);
  if (!object) return;
  const std::size_t rows = rowCount(context.deposit, *object, picked.table);
  if (picked.row >= rows)
    context.arguments.fail("'" + picked.object + "' has " + std::to_string(rows) +
                           " rows there, counted from 0");
  context.state.pick = picked;
}

/// Who is no longer on foot does not see as widely, either.
void takeTool(CommandContext& context) {
  ViewState& state = context.state;
  const ToolKind before = state.tool;
  state.tool = context.arguments.word<ToolKind>("tool");
  if (before == ToolKind::Walk && state.tool == ToolKind::Orbit && state.camera.viewAngle == kViewAngleOnFoot)
    state.camera.viewAngle = CameraState{}.viewAngle;
}

}  // namespace

std::vector<CommandEntry> measureCommands() {
  return {
      {{"tool", "tool orbit|measure-distance|measure-area|measure-plane|cut-plane|walk|place",
        "What the mouse does in the view."},
       takeTool},
      {{"measure add", "measure add (X Y Z|pick)", "Adds a point to the measurement, true coordinates."},
       addPoint},
      {{"measure undo", "measure undo", "Takes back the last point."}, removePoint},
      {{"measure clear", "measure clear", "Removes the measurement."},
       [](CommandContext& c) { c.state.measure.clear(); }},
      {{"pick", "pick OBJECT TABLE ROW X Y Z",
        "Picks a row, counted from 0, at a place; TABLE is an interval table, or '-'."},
       pick},
      {{"unpick", "unpick", "Picks nothing."}, [](CommandContext& c) { c.state.pick.reset(); }},
  };
}

}  // namespace adit::viewer
