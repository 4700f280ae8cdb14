// How the picture is drawn: of the whole view, and of the active layer.
#include <algorithm>
#include <cmath>

#include "viewer/panels/actions.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/panels.h"
#include "viewer/state/columns.h"
#include "viewer/state/enum_names.h"

namespace adit::viewer {
namespace {

constexpr float kLabelColumn = 84;

struct LayerDisplay {
  const PanelInput& input;
  PanelMemory& memory;
  PanelOutput& output;
  const geology::ObjectEntry& entry;
  const LayerState& layer;
  std::string unit;

  void toggle(const char* label, const char* commandName, bool on, const char* help) const {
    if (checkRow(label, on, {help, ""})) issue(output, command(commandName, entry.name, !on));
  }
};

void drawHoles(const LayerDisplay& d) {
  rowLabel("Tube radius", kLabelColumn);
  const float autoWidth = px(52);
  const bool automatic = d.layer.tubeRadius <= 0;
  const auto radius = numberField({"##radius",
                                   automatic ? std::nan("") : d.layer.tubeRadius,
                                   d.unit,
                                   2,
                                   roomLeft() - autoWidth - px(4),
                                   {"Radius of the tubes.", ""}},
                                  d.memory.edit);
  if (radius && *radius > 0) issue(d.output, command("tube", d.entry.name, *radius));
  ImGui::SameLine(0, px(4));
  if (textButton("Auto##tube", {"Chosen from the extent of the deposit", ""}, {automatic}, autoWidth) &&
      !automatic)
    issue(d.output, command("tube", d.entry.name, "auto"));
  std::vector<std::string> columns{"equal"};
  for (const NamedColumn& c : columnsOf(d.input.deposit, d.entry.name))
    if (c.column->isNumeric()) columns.push_back(c.name);
  rowLabel("Thicker by", kLabelColumn);
  const auto sizeBy = choice({"##sizeby",
                              d.layer.sizeBy.empty() ? columns[0] : d.layer.sizeBy,
                              columns,
                              0,
                              {"Tubes are thicker where this column is high.", ""}});
  if (sizeBy) issue(d.output, command("size", d.entry.name, *sizeBy == 0 ? "none" : columns[*sizeBy]));
  d.toggle("Names of holes", "labels", d.layer.labels, "Writes each hole's name at its collar.");
  d.toggle("Collars", "collars", d.layer.collars, "Marks each collar.");
  d.toggle("Traces", "traces", d.layer.traces, "A thin line where there is no interval to show.");
}

/// Grade shells as text: "0.3 0.6 1.2".
std::string shellText(const std::vector<double>& shells) {
  std::string text;
  for (const double value : shells) text += (text.empty() ? "" : " ") + commandNumber(value);
  return text;
}

Command shellCommand(const std::string& layer, const std::string& text) {
  Command shells{"shells", {layer}};
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) shells.arguments.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  if (shells.arguments.size() == 1) shells.arguments.emplace_back("none");
  return shells;
}

void drawBlocks(const LayerDisplay& d) {
  rowLabel("Blocks", kLabelColumn);
  const float third = (roomLeft() - px(8)) / 3;
  const auto style = [&](BlockStyle wanted, const char* label, const char* help) {
    if (textButton(label, {help, ""}, {d.layer.blockStyle == wanted}, third) && d.layer.blockStyle != wanted)
      issue(d.output, command("blockstyle", d.entry.name, enumName(wanted)));
  };
  style(BlockStyle::Solid, "Solid", "Faces without lines.");
  ImGui::SameLine(0, px(4));
  style(BlockStyle::Edged, "Edged", "Each block with its edges.");
  ImGui::SameLine(0, px(4));
  style(BlockStyle::Shrunk, "Shrunk", "Smaller blocks with gaps, to see into the model.");
  if (d.layer.blockStyle == BlockStyle::Shrunk) {
    rowLabel("Size", kLabelColumn);
    const auto shrink = slider({"##shrink",
                                d.layer.shrink,
                                0.05,
                                1,
                                std::to_string(std::lround(d.layer.shrink * 100)) + " %",
                                false,
                                {"Side of a shrunk block as a share of the block.", ""}});
    const std::string label = dragLabel(d.memory, "shrink " + d.entry.name);
    if (shrink) issue(d.output, command("shrink", d.entry.name, std::round(*shrink * 100) / 100), label);
  }
  const geology::Column* column = columnOf(d.input.deposit, d.entry.name, d.layer.colorBy);
  if (column == nullptr || !column->isNumeric()) return;
  rowLabel("Shells at", kLabelColumn);
  const auto shells =
      textField({"##shells",
                 shellText(d.layer.shells),
                 "none",
                 0,
                 {"Grade shells of the colour column in place of blocks: values with blanks between.", ""}},
                d.memory.edit);
  if (shells) issue(d.output, shellCommand(d.entry.name, *shells));
}

void drawGround(const LayerDisplay& d) {
  d.toggle("Edges", "edges", d.layer.edges, "Edges of the triangles.");
  d.toggle("Hillshade", "hillshade", d.layer.hillshade, "Shaded by a light from the north-west.");
  rowLabel("Contours", kLabelColumn);
  const float button = px(46);
  const double step = d.layer.contourStep;
  const auto typed = numberField({"##contours",
                                  step > 0 ? step : std::nan(""),
                                  d.unit,
                                  1,
                                  std::max(px(24), roomLeft() - 2 * button - px(8)),
                                  {"Height between two contour lines.", ""}},
                                 d.memory.edit);
  if (typed && *typed > 0) issue(d.output, command("contours", d.entry.name, *typed));
  ImGui::SameLine(0, px(4));
  if (textButton("Auto##contours", {"A round step chosen from the relief", ""}, {step < 0}, button) &&
      step >= 0)
    issue(d.output, command("contours", d.entry.name, "auto"));
  ImGui::SameLine(0, px(4));
  if (textButton("Off##contours", {"No contour lines", ""}, {step == 0}, button) && step != 0)
    issue(d.output, command("contours", d.entry.name, "off"));
}

/// An image over a terrain, blocks over a surface.
void drawDrape(const LayerDisplay& d) {
  const bool terrain = d.entry.kind == geology::ObjectKind::Terrain;
  if (!terrain && d.entry.kind != geology::ObjectKind::Mesh) return;
  std::vector<std::string> names{"none"};
  if (terrain)
    for (const auto& image : d.input.deposit.images) names.push_back(image->name);
  else
    for (const auto& model : d.input.deposit.blockModels) names.push_back(model->name);
  if (names.size() == 1) return;
  rowLabel(terrain ? "Image" : "Blocks", kLabelColumn);
  const Hint hint{terrain ? "The image that is draped over the terrain."
                          : "The block model whose blocks behind the surface are shown on it.",
                  ""};
  const auto chosen = choice({"##drape", d.layer.drape.empty() ? names[0] : d.layer.drape, names, 0, hint});
  if (chosen) issue(d.output, command("drape", d.entry.name, names[*chosen]));
}

}  // namespace

void drawDisplay(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (!sectionHeader("DISPLAY", memory.folded, {"How the whole view is drawn.", ""})) return;
  const ViewState& state = input.state;
  rowLabel("Vertical", kLabelColumn);
  const auto stretch = slider(
      {"##exaggeration",
       state.exaggeration,
       1,
       20,
       fixedNumber(state.exaggeration, 1) + " ×",
       true,
       {"Vertical exaggeration. Measurements stay at true scale.", hintOf(Action::ExaggerationMore).key}});
  const std::string label = dragLabel(memory, "exaggeration");
  if (stretch) issue(output, command("exaggeration", std::round(*stretch * 10) / 10), label);
  struct Toggle {
    const char* label;
    const char* name;
    bool on;
    Hint hint;
  };
  for (const Toggle& t :
       {Toggle{"Honest View", "honest", state.honest.on, hintOf(Action::ToggleHonest)},
        Toggle{"Coordinate grid", "grid", state.grid, hintOf(Action::ToggleGrid)},
        Toggle{"Ambient occlusion", "ao", state.ambientOcclusion, hintOf(Action::ToggleOcclusion)},
        Toggle{"Legend in the view", "legend", state.legendShown, hintOf(Action::ToggleLegend)},
        Toggle{"North arrow", "north", state.northArrow, {"The north arrow in the view", ""}},
        Toggle{"Scale bar", "scale", state.scaleBar, {"The scale bar in the view", ""}}})
    if (checkRow(t.label, t.on, t.hint)) issue(output, command(t.name, !t.on));
}

void drawLayerDisplay(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const auto active = activeLayer(input.deposit, input.state);
  if (!active) return;
  using geology::ObjectKind;
  const bool ground = active->kind == ObjectKind::Mesh || active->kind == ObjectKind::Terrain;
  if (!ground && active->kind != ObjectKind::DrillHoles && active->kind != ObjectKind::BlockModel) return;
  if (!sectionHeader("STYLE OF THE LAYER", memory.folded, {"How the active layer is drawn.", ""})) return;
  const LayerDisplay display{input,
                             memory,
                             output,
                             *active,
                             layerOf(input.state, active->name),
                             geology::unitSymbol(input.deposit.unit)};
  if (active->kind == ObjectKind::DrillHoles) drawHoles(display);
  if (active->kind == ObjectKind::BlockModel) drawBlocks(display);
  if (ground) drawGround(display);
  drawDrape(display);
}

}  // namespace adit::viewer
