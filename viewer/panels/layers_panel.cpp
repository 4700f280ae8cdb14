#include <algorithm>
#include <cmath>

#include "viewer/panels/actions.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/widget_parts.h"
#include "viewer/state/columns.h"

namespace adit::viewer {
namespace {

using geology::Deposit;
using geology::ObjectEntry;
using geology::ObjectKind;

constexpr float kLabelColumn = 72;  ///< design pixels, from the indent to the controls of the open layer

const char* iconOf(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::DrillHoles:
      return icons::kDrillholes;
    case ObjectKind::BlockModel:
      return icons::kBlocks;
    case ObjectKind::Mesh:
      return icons::kSurface;
    case ObjectKind::Terrain:
      return icons::kTerrain;
    case ObjectKind::Image:
      return icons::kImage;
    case ObjectKind::Points:
      return icons::kPoints;
    case ObjectKind::Asset:
      return icons::kAsset;
  }
  return icons::kMore;
}

const char* groupTitle(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::DrillHoles:
      return "Drillholes";
    case ObjectKind::BlockModel:
      return "Block models";
    case ObjectKind::Mesh:
      return "Surfaces";
    case ObjectKind::Terrain:
      return "Terrain";
    case ObjectKind::Image:
      return "Images";
    case ObjectKind::Points:
      return "Points";
    case ObjectKind::Asset:
      return "Placed things";
  }
  return "";
}

std::string sizeNote(const Deposit& deposit, const ObjectEntry& entry) {
  switch (entry.kind) {
    case ObjectKind::DrillHoles:
      return counted(deposit.drillholes[entry.index]->holes.size(), "hole", "holes");
    case ObjectKind::BlockModel:
      return counted(deposit.blockModels[entry.index]->blockCount(), "block", "blocks");
    case ObjectKind::Mesh: {
      const geology::TriangleMesh& mesh = *deposit.meshes[entry.index];
      return mesh.triangles.empty() ? counted(mesh.lines.size(), "line", "lines")
                                    : counted(mesh.triangles.size(), "triangle", "triangles");
    }
    case ObjectKind::Terrain:
      return std::to_string(deposit.terrains[entry.index]->columns) + " × " +
             std::to_string(deposit.terrains[entry.index]->rows);
    case ObjectKind::Image:
      return std::to_string(deposit.images[entry.index]->columns) + " × " +
             std::to_string(deposit.images[entry.index]->rows);
    case ObjectKind::Points:
      return counted(deposit.points[entry.index]->points.size(), "point", "points");
    case ObjectKind::Asset:
      return {};
  }
  return {};
}

std::string shownNote(const SceneFacts& facts, const std::string& object) {
  for (const LayerCount& count : facts)
    if (count.object == object)
      return withThousands(count.shown) + " of " + withThousands(count.total) + " " + count.what + " shown.";
  return {};
}

/// Icon, name and quiet note in a row that lights up; true when clicked.
bool nameRow(const char* icon, const std::string& name, const std::string& note, bool dimmed) {
  const ItemBox box = item("##row", {roomLeft(), frameHeight()});
  const float y = box.center().y - ImGui::GetFontSize() / 2;
  const Role role = dimmed ? Role::Quiet : Role::Text;
  if (iconsAvailable())
    drawIcon({{box.min.x, box.min.y}, {box.min.x + px(20), box.max.y}}, icon, Face::Body, ink(Role::Quiet));
  const float left = box.min.x + (iconsAvailable() ? px(24) : 0);
  float noteWidth = 0;
  {
    const FaceScope small(Face::Small);
    noteWidth = std::min(ImGui::CalcTextSize(note.c_str()).x, (box.max.x - left) * 0.5F);
    clippedText({box.max.x - noteWidth, box.center().y - ImGui::GetFontSize() / 2}, box.max.x + 1, note,
                ink(Role::Quiet));
  }
  clippedText({left, y}, box.max.x - noteWidth - px(8), name, ink(role));
  return box.clicked;
}

/// Over the whole width of the panel, so outside the clip rectangle of its content.
void highlightRow() {
  const ImVec2 window = ImGui::GetWindowPos();
  const float y = ImGui::GetCursorScreenPos().y - px(2), width = ImGui::GetWindowWidth();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect(window, {window.x + width, window.y + ImGui::GetWindowHeight()});
  list->AddRectFilled({window.x, y}, {window.x + width, y + px(kRowHeight)}, ink(Role::Raised));
  list->AddRectFilled({window.x, y}, {window.x + px(3), y + px(kRowHeight)}, ink(Role::Accent));
  list->PopClipRect();
}

struct LayerPanel {
  const PanelInput& input;
  PanelMemory& memory;
  PanelOutput& output;
  std::string active;
};

void drawColorChoice(const LayerPanel& panel, const ObjectEntry& entry, const LayerState& layer) {
  std::vector<std::string> options{"plain colour"};
  for (const NamedColumn& column : columnsOf(panel.input.deposit, entry.name)) options.push_back(column.name);
  if (options.size() == 1) return;
  rowLabel("Colour by", kLabelColumn);
  const auto chosen = choice({"##colorby",
                              layer.colorBy.empty() ? options[0] : layer.colorBy,
                              options,
                              0,
                              {"The column whose legend colours this layer.", ""}});
  if (chosen) issue(panel.output, command("colorby", entry.name, *chosen == 0 ? "none" : options[*chosen]));
}

/// What can be set on the active layer, below its row.
void drawOpenLayer(const LayerPanel& panel, const ObjectEntry& entry) {
  const LayerState& layer = layerOf(panel.input.state, entry.name);
  ImGui::Indent(px(28));
  drawColorChoice(panel, entry, layer);
  rowLabel("Opacity", kLabelColumn);
  const auto opacity = slider({"##opacity",
                               layer.opacity,
                               0,
                               1,
                               std::to_string(static_cast<int>(layer.opacity * 100 + 0.5)) + " %",
                               false,
                               {"How solid the layer is drawn.", ""}});
  const std::string label = dragLabel(panel.memory, "opacity " + entry.name);
  if (opacity) issue(panel.output, command("opacity", entry.name, std::round(*opacity * 100) / 100), label);
  if (checkRow("Locked", layer.locked, {"A locked layer is not picked and not changed with all layers.", ""}))
    issue(panel.output, command("lock", entry.name, !layer.locked));
  ImGui::Unindent(px(28));
  ImGui::Dummy({0, px(4)});
}

void drawLayer(const LayerPanel& panel, const ObjectEntry& entry) {
  const LayerState& layer = layerOf(panel.input.state, entry.name);
  const bool active = entry.name == panel.active;
  ImGui::PushID(entry.name.c_str());
  if (active) highlightRow();
  if (entry.kind == ObjectKind::Image)  // seen where a terrain is draped with it
    ImGui::Dummy({px(24), frameHeight()});
  else if (eyeToggle("##eye", layer.visible,
                     {layer.visible ? "Hide " + entry.name : "Show " + entry.name,
                      active ? hintOf(Action::ToggleLayer).key : ""}))
    issue(panel.output, command(layer.visible ? "hide" : "show", entry.name));
  ImGui::SameLine(0, px(4));
  std::string note = sizeNote(panel.input.deposit, entry);
  if (layer.locked) note += " · locked";
  const bool unsaved = panel.input.unsaved.contains(entry.name);
  if (unsaved) note += ". Not saved: it is in no file";
  if (nameRow(iconOf(entry.kind), entry.name, unsaved ? "not saved" : note, !layer.visible))
    issue(panel.output, command("active", entry.name));
  hintOfLastItem(
      {entry.name + ". " + note + ". " + shownNote(panel.input.facts, entry.name) + " Click to work on it.",
       "Page up, Page down"});
  if (active) drawOpenLayer(panel, entry);
  ImGui::PopID();
}

/// A row for all objects of a kind; returns whether they are listed below it.
bool drawGroup(const LayerPanel& panel, const std::vector<ObjectEntry>& group) {
  const std::string title = groupTitle(group.front().kind);
  const bool anyVisible = std::any_of(group.begin(), group.end(), [&](const ObjectEntry& entry) {
    return layerOf(panel.input.state, entry.name).visible;
  });
  ImGui::PushID(title.c_str());
  if (eyeToggle("##eye", anyVisible, {(anyVisible ? "Hide all: " : "Show all: ") + title, ""})) {
    Command all{anyVisible ? "hide" : "show", {}};
    for (const ObjectEntry& entry : group)
      if (!layerOf(panel.input.state, entry.name).locked) all.arguments.push_back(entry.name);
    if (!all.arguments.empty()) issue(panel.output, all);
  }
  ImGui::SameLine(0, px(4));
  std::set<std::string>& folded = panel.memory.folded;
  const bool open = !folded.contains("group " + title);
  if (nameRow(open ? icons::kExpanded : icons::kCollapsed, title, withThousands(group.size()), !anyVisible))
    open ? void(folded.insert("group " + title)) : void(folded.erase("group " + title));
  hintOfLastItem({open ? "Fold this group" : "Unfold this group", ""});
  ImGui::PopID();
  return open;
}

}  // namespace

void drawLayers(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (!sectionHeader("LAYERS", memory.folded, {"Everything that is open.", ""})) return;
  const auto active = activeLayer(input.deposit, input.state);
  const LayerPanel panel{input, memory, output, active ? active->name : ""};
  const std::vector<ObjectEntry> entries = geology::objects(input.deposit);
  for (std::size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
    while (end < entries.size() && entries[end].kind == entries[begin].kind) ++end;
    const std::vector<ObjectEntry> group(entries.begin() + static_cast<std::ptrdiff_t>(begin),
                                         entries.begin() + static_cast<std::ptrdiff_t>(end));
    const bool grouped = group.size() > 1;
    if (grouped && !drawGroup(panel, group)) continue;
    if (grouped) ImGui::Indent(px(12));
    for (const ObjectEntry& entry : group) drawLayer(panel, entry);
    if (grouped) ImGui::Unindent(px(12));
  }
}

}  // namespace adit::viewer
