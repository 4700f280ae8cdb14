// Where the active thing for scale stands: by numbers, by the mouse, on the terrain.
#include "viewer/panels/actions.h"
#include "viewer/panels/panels.h"
#include "viewer/state/placement.h"

namespace adit::viewer {
namespace {

constexpr float kLabelColumn = 84;

struct AssetPanel {
  const PanelInput& input;
  PanelMemory& memory;
  PanelOutput& output;
  const geology::PlacedAsset& asset;
  Placement standing;

  std::optional<double> number(const char* label, const NumberField& field) const {
    rowLabel(label, kLabelColumn);
    return numberField(field, memory.edit);
  }
};

void drawNumbers(const AssetPanel& panel) {
  const std::string unit = geology::unitSymbol(panel.input.deposit.unit);
  const Placement& at = panel.standing;
  const auto x = panel.number("East", {"##x", at.position.x, unit, 2, 0, {"Where its origin stands.", ""}});
  const auto y = panel.number("North", {"##y", at.position.y, unit, 2, 0, {"Where its origin stands.", ""}});
  const auto z =
      panel.number("Foot", {"##z", at.position.z, unit, 2, 0, {"Height of its lowest point.", ""}});
  if (x || y || z)
    issue(panel.output, command("asset place", panel.asset.name, x.value_or(at.position.x),
                                y.value_or(at.position.y), z.value_or(at.position.z)));
  const auto bearing =
      panel.number("Bearing", {"##bearing", at.bearing, "°", 1, 0, {"Degrees clockwise from north.", ""}});
  if (bearing) issue(panel.output, command("asset bearing", panel.asset.name, *bearing));
  const auto scale = panel.number("Size", {"##size", at.scale, "×", 3, 0, {"1 is as its file says.", ""}});
  if (scale) issue(panel.output, command("asset scale", panel.asset.name, *scale));
}

void drawButtons(const AssetPanel& panel) {
  const bool placing = panel.input.state.tool == ToolKind::PlaceAsset;
  if (textButton("Place by mouse", hintOf(Action::ToolPlace), {placing}))
    perform(placing ? Action::ToolSelect : Action::ToolPlace, panel.input, panel.memory, panel.output);
  const Vec3& at = panel.standing.position;
  besideIfRoom(textButtonWidth("On the ground"));
  if (textButton("On the ground", {"Stands it on the terrain where it is", ""},
                 {.enabled = groundHeight(panel.input.deposit, at.x, at.y).has_value()}))
    issue(panel.output, command("asset ground", panel.asset.name));
  if (!layerOf(panel.input.state, panel.asset.name).placement) return;
  besideIfRoom(textButtonWidth("As in its file"));
  if (textButton("As in its file", {"Back to the coordinates of its file", ""}))
    issue(panel.output, command("asset home", panel.asset.name));
}

}  // namespace

void drawAssetPlace(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const auto active = activeLayer(input.deposit, input.state);
  if (!active || active->kind != geology::ObjectKind::Asset) return;
  if (!sectionHeader("PLACE", memory.folded, {"Where this thing stands.", ""})) return;
  const geology::PlacedAsset& asset = *input.deposit.assets[active->index];
  const AssetPanel panel{input, memory, output, asset, placementOf(input.state, asset)};
  drawNumbers(panel);
  drawButtons(panel);
}

}  // namespace adit::viewer
