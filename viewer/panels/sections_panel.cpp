// Sections, the box, and the ground kept relative to solids and surfaces.
#include <cmath>

#include "viewer/panels/actions.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/panels.h"
#include "viewer/state/limits.h"

namespace adit::viewer {
namespace {

struct SectionPanel {
  const PanelInput& input;
  PanelMemory& memory;
  PanelOutput& output;
  std::string unit;

  void run(Action action) const { perform(action, input, memory, output); }
};

/// A quiet label and a number field that fill half of the row.
std::optional<double> halfRow(const SectionPanel& panel, const char* label, NumberField field, bool second) {
  const float gap = px(12), labelWidth = px(52);
  const float half = second ? roomLeft() : (roomLeft() - gap) / 2;
  rowLabel(label, 52);
  field.width = half - labelWidth;
  const auto value = numberField(field, panel.memory.edit);
  if (!second) ImGui::SameLine(0, gap);
  return value;
}

void drawNumbers(const SectionPanel& panel, const SectionState& s) {
  const auto strike = halfRow(panel, "Strike",
                              {"##strike",
                               s.strike,
                               "°",
                               1,
                               0,
                               {"Degrees from north; the plane dips to strike + 90 (right-hand rule).", ""}},
                              false);
  if (strike) issue(panel.output, command("section strike", *strike));
  const auto dip =
      halfRow(panel, "Dip", {"##dip", s.dip, "°", 1, 0, {"Degrees: 90 upright, 0 flat.", ""}}, true);
  if (dip) issue(panel.output, command("section dip", *dip));
  const auto thickness = halfRow(panel, "Slab",
                                 {"##slab",
                                  s.thickness,
                                  panel.unit,
                                  1,
                                  0,
                                  {"Thickness of the slab that is kept; 0 cuts away one side.", ""}},
                                 false);
  if (thickness) issue(panel.output, command("section thickness", *thickness));
  const auto step = halfRow(
      panel, "Step", {"##step", s.step, panel.unit, 1, 0, {"How far one step moves the section.", ""}}, true);
  if (step) issue(panel.output, command("section stepsize", *step));
}

void drawPlace(const SectionPanel& panel, const SectionState& s) {
  rowLabel("Through", 54);
  const float room = roomLeft() - px(8);  // northings of UTM have a digit more, heights fewer
  const auto x =
      numberField({"##x", s.point.x, "", 1, std::floor(room * 0.35F), {"East of a point on the plane.", ""}},
                  panel.memory.edit);
  ImGui::SameLine(0, px(4));
  const auto y =
      numberField({"##y", s.point.y, "", 1, std::floor(room * 0.39F), {"North of a point on the plane.", ""}},
                  panel.memory.edit);
  ImGui::SameLine(0, px(4));
  const auto z =
      numberField({"##z", s.point.z, "", 1, 0, {"Height of a point on the plane.", ""}}, panel.memory.edit);
  if (x || y || z)
    issue(panel.output,
          command("section through", x.value_or(s.point.x), y.value_or(s.point.y), z.value_or(s.point.z)));
}

void drawMoves(const SectionPanel& panel) {
  const auto icon = [&](Action action, const char* glyph, const char* word) {
    ImGui::PushID(static_cast<int>(action));
    if (iconButton("##move", glyph, word, hintOf(action), {.compact = true})) panel.run(action);
    ImGui::PopID();
  };
  icon(Action::SectionBack, icons::kPrevious, "<");
  ImGui::SameLine(0, px(4));
  icon(Action::SectionForward, icons::kNext, ">");
  ImGui::SameLine(0, px(4));
  icon(Action::SectionFlip, icons::kFlip, "Flip");
  besideIfRoom(textButtonWidth("Look at it"));
  if (textButton("Look at it", hintOf(Action::LookSection))) panel.run(Action::LookSection);
  besideIfRoom(textButtonWidth("Through picked"));
  if (textButton("Through picked", {"Move the plane through the picked place", ""},
                 {false, panel.input.state.pick.has_value()}))
    issue(panel.output, command("section through", "pick"));
}

std::string sectionTitle(std::size_t index, const SectionState& s) {
  std::string title = "Section " + std::to_string(index + 1) + "   " + bearingText(s.strike) + " / " +
                      shortNumber(s.dip) + "°";
  if (s.thickness > 0) title += "   slab";
  return title;
}

void drawSection(const SectionPanel& panel, std::size_t index) {
  const SectionState& s = panel.input.state.sections[index];
  const bool active = index == panel.input.state.activeSection;
  const auto number = static_cast<int>(index + 1);
  ImGui::PushID(number);
  if (eyeToggle(
          "##on", s.on,
          {s.on ? "Stop cutting with it" : "Cut with it", active ? hintOf(Action::SectionToggle).key : ""})) {
    if (!active) issue(panel.output, command("section active", number));
    issue(panel.output, command(s.on ? "section off" : "section on"));
  }
  ImGui::SameLine(0, px(4));
  if (textButton((sectionTitle(index, s) + "##title").c_str(), {"Work on this section", ""},
                 {false, true, active ? Role::Accent : Role::Text}, roomLeft() - px(32)))
    issue(panel.output, command("section active", number));
  ImGui::SameLine(0, px(4));
  if (iconButton("##remove", icons::kRemove, "x",
                 {"Remove this section", active ? hintOf(Action::SectionRemove).key : ""}, {.compact = true}))
    issue(panel.output, command("section remove", number));
  if (active) {
    drawNumbers(panel, s);
    drawPlace(panel, s);
    drawMoves(panel);
    if (checkRow("All blocks on the plane", s.image,
                 {"Paint the plane with every block on it, also those that filters hide.", ""}))
      issue(panel.output, command("section image", s.image ? "off" : "on"));
  }
  ImGui::PopID();
}

void drawFlatView(const SectionPanel& panel) {
  const SectionViewState& view = panel.input.state.sectionView;
  if (checkRow("Flat section beside the view", view.on,
               hintOf(view.on ? Action::ViewWhole : Action::ViewSection)))
    panel.run(view.on ? Action::ViewWhole : Action::ViewSection);
  if (!view.on) return;
  rowLabel("Corridor", 72);
  const auto corridor = numberField({"##corridor",
                                     view.corridor,
                                     panel.unit,
                                     1,
                                     0,
                                     {"Drillholes within this distance on each side are drawn.", ""}},
                                    panel.memory.edit);
  if (corridor) issue(panel.output, command("sectionview corridor", *corridor));
}

void drawBox(const SectionPanel& panel) {
  const BoxState& box = panel.input.state.box;
  if (checkRow("Box", box.on, hintOf(Action::BoxToggle))) panel.run(Action::BoxToggle);
  if (!box.on) return;
  struct Side {
    const char* label;
    double Vec3::*axis;
  };
  BoxState changed = box;
  for (const Side& side : {Side{"East", &Vec3::x}, Side{"North", &Vec3::y}, Side{"Height", &Vec3::z}}) {
    ImGui::PushID(side.label);
    rowLabel(side.label, 60);
    const float half = (roomLeft() - px(8)) / 2;
    const auto lo = numberField({"##lo", box.min.*side.axis, "", 1, half, {"The lower side of the box.", ""}},
                                panel.memory.edit);
    ImGui::SameLine(0, px(8));
    const auto hi = numberField({"##hi", box.max.*side.axis, "", 1, half, {"The upper side of the box.", ""}},
                                panel.memory.edit);
    if (lo) changed.min.*side.axis = *lo;
    if (hi) changed.max.*side.axis = *hi;
    ImGui::PopID();
  }
  if (changed != box)
    issue(panel.output, command("box set", changed.min.x, changed.min.y, changed.min.z, changed.max.x,
                                changed.max.y, changed.max.z));
}

struct RegionRow {
  const char* label;
  const char* commandName;
  const std::string& current;
  const char* help;
};

void drawRegionRow(PanelOutput& output, const RegionRow& row, std::vector<std::string> names) {
  if (names.empty()) return;
  names.insert(names.begin(), "anywhere");
  ImGui::PushID(row.label);
  rowLabel(row.label, 72);
  const auto chosen =
      choice({"##region", row.current.empty() ? names[0] : row.current, names, 0, {row.help, ""}});
  if (chosen) issue(output, command(row.commandName, *chosen == 0 ? "none" : names[*chosen]));
  ImGui::PopID();
}

}  // namespace

void drawSections(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (!sectionHeader("SECTIONS", memory.folded, {"Planes and slabs; all that are on cut together.", ""}))
    return;
  const SectionPanel panel{input, memory, output, geology::unitSymbol(input.deposit.unit)};
  for (std::size_t i = 0; i < input.state.sections.size(); ++i) drawSection(panel, i);
  const bool room = input.state.sections.size() < kMostSections;
  if (textButton("Add a section", hintOf(Action::SectionAdd), {false, room})) panel.run(Action::SectionAdd);
  drawFlatView(panel);
  drawBox(panel);
}

void drawRegion(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  std::vector<std::string> solids, surfaces;
  for (const auto& mesh : input.deposit.meshes) {
    if (mesh->triangles.empty()) continue;
    surfaces.push_back(mesh->name);
    if (mesh->closed) solids.push_back(mesh->name);
  }
  for (const auto& terrain : input.deposit.terrains) surfaces.push_back(terrain->name);
  if (surfaces.empty()) return;
  if (!sectionHeader("GROUND", memory.folded,
                     {"Keeps only ground inside a solid, above or below a surface.", ""}))
    return;
  const RegionState& region = input.state.region;
  drawRegionRow(output, {"Inside", "inside", region.insideSolid, "Only what is inside this closed surface."},
                solids);
  drawRegionRow(output, {"Above", "above", region.aboveSurface, "Only what is above this surface."},
                surfaces);
  drawRegionRow(output, {"Below", "below", region.belowSurface, "Only what is below this surface."},
                surfaces);
}

}  // namespace adit::viewer
