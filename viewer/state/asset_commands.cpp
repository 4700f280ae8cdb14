// Commands on where things for scale stand.
#include "viewer/state/angles.h"
#include "viewer/state/command_table.h"
#include "viewer/state/placement.h"

namespace adit::viewer {
namespace {

std::string takeAsset(CommandContext& context) {
  return takeObject(context, {geology::ObjectKind::Asset}, "asset");
}

/// Where the asset stands now: what every change starts from.
Placement standing(const CommandContext& context, const std::string& asset) {
  const geology::PlacedAsset* found = assetNamed(context.deposit, asset);
  return found == nullptr ? Placement{} : placementOf(context.state, *found);
}

void keep(CommandContext& context, const std::string& asset, const Placement& placement) {
  context.state.layers[asset].placement = placement;
}

double takeGround(CommandContext& context, const Vec3& place) {
  const auto height = groundHeight(context.deposit, place.x, place.y);
  if (!height) context.arguments.fail("no terrain has a height at that place; write Z as a number");
  return height.value_or(0);
}

void takeTurn(CommandContext& context, Placement& placement) {
  placement.bearing = normalizedBearing(context.arguments.number("BEARING", kBearingBounds));
}

void place(CommandContext& context) {
  const std::string asset = takeAsset(context);
  Placement placement = standing(context, asset);
  placement.position.x = context.arguments.number("X");
  placement.position.y = context.arguments.number("Y");
  const bool ground = context.arguments.accept("ground");
  placement.position.z = ground ? takeGround(context, placement.position) : context.arguments.number("Z");
  if (context.arguments.more()) takeTurn(context, placement);
  if (context.arguments.more()) placement.scale = context.arguments.number("SCALE", kAssetScaleBounds);
  keep(context, asset, placement);
}

void setBearing(CommandContext& context) {
  const std::string asset = takeAsset(context);
  Placement placement = standing(context, asset);
  takeTurn(context, placement);
  keep(context, asset, placement);
}

void setScale(CommandContext& context) {
  const std::string asset = takeAsset(context);
  Placement placement = standing(context, asset);
  placement.scale = context.arguments.number("SCALE", kAssetScaleBounds);
  keep(context, asset, placement);
}

void setOnGround(CommandContext& context) {
  const std::string asset = takeAsset(context);
  Placement placement = standing(context, asset);
  if (context.arguments.error().empty()) placement.position.z = takeGround(context, placement.position);
  keep(context, asset, placement);
}

void bringHome(CommandContext& context) {
  const std::string asset = takeAsset(context);
  context.state.layers[asset].placement.reset();
}

}  // namespace

std::vector<CommandEntry> assetCommands() {
  return {
      {{"asset place", "asset place ASSET X Y Z|ground [BEARING [SCALE]]",
        "Stands a thing for scale at a place; ground is the height of the terrain there."},
       place},
      {{"asset bearing", "asset bearing ASSET BEARING", "Turns it: degrees clockwise from north."},
       setBearing},
      {{"asset scale", "asset scale ASSET SCALE", "Its size; 1 is as its file says."}, setScale},
      {{"asset ground", "asset ground ASSET", "Stands it on the terrain where it is."}, setOnGround},
      {{"asset home", "asset home ASSET", "Back to the coordinates of its file."}, bringHome},
  };
}

}  // namespace adit::viewer
