// Commands on how one object is drawn.
#include "viewer/state/command_table.h"

namespace adit::viewer {
namespace {

using geology::ObjectKind;

constexpr Kinds kHoles{ObjectKind::DrillHoles};
constexpr Kinds kBlocks{ObjectKind::BlockModel};
constexpr Kinds kGround{ObjectKind::Mesh, ObjectKind::Terrain};
constexpr Kinds kColumned{ObjectKind::DrillHoles, ObjectKind::BlockModel, ObjectKind::Mesh,
                          ObjectKind::Terrain, ObjectKind::Points};

void setVisible(CommandContext& context, bool visible) {
  do {
    for (const std::string& layer : takeLayers(context, kEveryKind))
      context.state.layers[layer].visible = visible;
  } while (context.arguments.more());
}

/// Shows the named layers and hides all others that are not locked.
void showOnly(CommandContext& context) {
  for (const std::string& layer : objectNames(context.deposit, kEveryKind))
    if (!layerOf(context.state, layer).locked) context.state.layers[layer].visible = false;
  setVisible(context, true);
}

void switchMember(CommandContext& context, const Kinds& kinds, bool LayerState::*member) {
  const std::vector<std::string> layers = takeLayers(context, kinds);
  const Switch wanted = context.arguments.onOff();
  for (const std::string& layer : layers) {
    bool& value = context.state.layers[layer].*member;
    value = switched(wanted, value);
  }
}

void setNumber(CommandContext& context, const Kinds& kinds, double LayerState::*member, Bounds bounds) {
  const std::vector<std::string> layers = takeLayers(context, kinds);
  const double value = context.arguments.number("VALUE", bounds);
  for (const std::string& layer : layers) context.state.layers[layer].*member = value;
}

void setColor(CommandContext& context) {
  const std::vector<std::string> layers = takeLayers(context, kEveryKind);
  std::optional<Color> color;
  if (!context.arguments.accept("default")) color = context.arguments.color("COLOR");
  for (const std::string& layer : layers) context.state.layers[layer].color = color;
}

/// The arguments LAYER COLUMN, or LAYER none; layers are taken twice because "none" has no column.
void setColumn(CommandContext& context, std::string LayerState::*member, const Kinds& kinds,
               WantedColumn wanted) {
  Arguments before = context.arguments;
  const std::vector<std::string> layers = takeLayers(context, kinds);
  if (context.arguments.accept("none")) {
    for (const std::string& layer : layers) (context.state.layers[layer].*member).clear();
    return;
  }
  context.arguments = before;
  for (const LayerColumn& target : takeLayerColumns(context, kinds, wanted))
    context.state.layers[target.layer].*member = target.column.name;
}

void setTubeRadius(CommandContext& context) {
  const std::vector<std::string> layers = takeLayers(context, kHoles);
  const double radius = context.arguments.accept("auto") ? 0 : context.arguments.number("RADIUS", kPositive);
  for (const std::string& layer : layers) context.state.layers[layer].tubeRadius = radius;
}

void setBlockStyle(CommandContext& context) {
  const std::vector<std::string> layers = takeLayers(context, kBlocks);
  const auto style = context.arguments.word<BlockStyle>("block style");
  for (const std::string& layer : layers) context.state.layers[layer].blockStyle = style;
}

void setShells(CommandContext& context) {
  const std::vector<std::string> layers = takeLayers(context, kBlocks);
  std::vector<double> values;
  if (!context.arguments.accept("none")) {
    do {
      values.push_back(context.arguments.number("VALUE"));
    } while (context.arguments.more());
  }
  if (values.size() > kMostShells) context.arguments.fail("more than 12 shells");
  for (const std::string& layer : layers) {
    const geology::Column* column = columnOf(context.deposit, layer, layerOf(context.state, layer).colorBy);
    if (!values.empty() && (column == nullptr || !column->isNumeric()))
      context.arguments.fail("'" + layer + "' is not coloured by a column of numbers; use colorby first");
    context.state.layers[layer].shells = values;
  }
}

void setContours(CommandContext& context) {
  const std::vector<std::string> layers = takeLayers(context, kGround);
  double step = 0;
  if (context.arguments.accept("auto"))
    step = -1;
  else if (!context.arguments.accept("off"))
    step = context.arguments.number("STEP", kPositive);
  for (const std::string& layer : layers) context.state.layers[layer].contourStep = step;
}

/// Images over terrains, blocks over surfaces.
void setDrape(CommandContext& context) {
  const std::vector<std::string> layers = takeLayers(context, kGround);
  std::string draped;
  if (!context.arguments.accept("none"))
    draped = takeObject(context, {ObjectKind::Image, ObjectKind::BlockModel}, "IMAGE or MODEL");
  const bool blocks = !draped.empty() && findObject(context.deposit, draped)->kind == ObjectKind::BlockModel;
  for (const std::string& layer : layers) {
    const bool surface = findObject(context.deposit, layer)->kind == ObjectKind::Mesh;
    if (!draped.empty() && surface != blocks)
      context.arguments.fail(surface
                                 ? "'" + layer + "' is a surface: the blocks of a model are draped over it"
                                 : "'" + layer + "' is a terrain: an image is draped over it");
    context.state.layers[layer].drape = draped;
  }
}

void activate(CommandContext& context) {
  context.state.activeLayer =
      context.arguments.accept("none") ? std::string{} : takeObject(context, kEveryKind, "layer");
}

std::vector<CommandEntry> commonCommands() {
  return {
      {{"show", "show LAYER...", "Shows layers."}, [](CommandContext& c) { setVisible(c, true); }},
      {{"hide", "hide LAYER...", "Hides layers."}, [](CommandContext& c) { setVisible(c, false); }},
      {{"only", "only LAYER...", "Shows these layers and hides all others that are not locked."}, showOnly},
      {{"active", "active LAYER|none", "Makes a layer the one that the threshold panel works on."}, activate},
      {{"lock", "lock LAYER on|off", "A locked layer is not picked and not changed by '*'."},
       [](CommandContext& c) { switchMember(c, kEveryKind, &LayerState::locked); }},
      {{"opacity", "opacity LAYER VALUE", "0 is invisible, 1 is solid."},
       [](CommandContext& c) { setNumber(c, kEveryKind, &LayerState::opacity, kShare); }},
      {{"color", "color LAYER #rrggbb|default", "The plain colour of a layer."}, setColor},
      {{"colorby", "colorby LAYER COLUMN|none", "Colours a layer by a column and its legend."},
       [](CommandContext& c) { setColumn(c, &LayerState::colorBy, kColumned, WantedColumn::Any); }},
  };
}

}  // namespace

std::vector<CommandEntry> layerCommands() {
  std::vector<CommandEntry> commands = commonCommands();
  const std::vector<CommandEntry> special{
      {{"tube", "tube LAYER RADIUS|auto", "Radius of drillholes in deposit units."}, setTubeRadius},
      {{"size", "size LAYER COLUMN|none", "Makes drillholes thicker where a column of numbers is high."},
       [](CommandContext& c) { setColumn(c, &LayerState::sizeBy, kHoles, WantedColumn::Numeric); }},
      {{"labels", "labels LAYER on|off", "Names of drillholes."},
       [](CommandContext& c) { switchMember(c, kHoles, &LayerState::labels); }},
      {{"collars", "collars LAYER on|off", "Marks at the collars of drillholes."},
       [](CommandContext& c) { switchMember(c, kHoles, &LayerState::collars); }},
      {{"traces", "traces LAYER on|off", "The thin line of a drillhole where there is no interval to show."},
       [](CommandContext& c) { switchMember(c, kHoles, &LayerState::traces); }},
      {{"blockstyle", "blockstyle LAYER solid|edged|shrunk", "How blocks are drawn."}, setBlockStyle},
      {{"shrink", "shrink LAYER SHARE", "Side of a shrunk block as a share of the block, 0.05 to 1."},
       [](CommandContext& c) { setNumber(c, kBlocks, &LayerState::shrink, kShrinkBounds); }},
      {{"shells", "shells LAYER VALUE...|none", "Grade shells of the colour column in place of blocks."},
       setShells},
      {{"edges", "edges LAYER on|off", "Edges of the triangles of surfaces and terrain."},
       [](CommandContext& c) { switchMember(c, kGround, &LayerState::edges); }},
      {{"hillshade", "hillshade LAYER on|off", "Shading that shows the relief of surfaces and terrain."},
       [](CommandContext& c) { switchMember(c, kGround, &LayerState::hillshade); }},
      {{"contours", "contours LAYER STEP|auto|off", "Contour lines of surfaces and terrain."}, setContours},
      {{"drape", "drape LAYER IMAGE|MODEL|none",
        "Drapes an image over a terrain, or the blocks behind it over a surface."},
       setDrape},
  };
  commands.insert(commands.end(), special.begin(), special.end());
  return commands;
}

}  // namespace adit::viewer
