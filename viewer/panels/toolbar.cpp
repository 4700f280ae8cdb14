#include <cmath>

#include "viewer/panels/actions.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/panels.h"

namespace adit::viewer {
namespace {

constexpr float kRightButtons = 3;  ///< at the right end: notes, theme, help

struct Bar {
  const PanelInput& input;
  PanelMemory& memory;
  PanelOutput& output;

  void icon(Action action, const char* icon, const char* word, const ButtonLook& look = {}) {
    ImGui::PushID(static_cast<int>(action));
    if (iconButton("##icon", icon, word, hintOf(action), look)) perform(action, input, memory, output);
    ImGui::PopID();
    ImGui::SameLine(0, px(2));
  }
  void word(Action action, const char* label, bool active = false) {
    if (textButton(label, hintOf(action),
                   {.active = active, .enabled = !input.deposit.empty(), .flat = true}))
      perform(action, input, memory, output);
    ImGui::SameLine(0, px(2));
  }
  void tool(Action action, ToolKind kind, const char* icon_, const char* word_) {
    icon(action, icon_, word_, {input.state.tool == kind, !input.deposit.empty()});
  }
  /// A thin line between two groups of buttons.
  void gap() {
    ImGui::SameLine(0, px(8));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine({at.x, at.y + px(4)}, {at.x, at.y + px(24)}, ink(Role::Line), px(1));
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + px(9));
  }
};

void drawName() {
  const FaceScope face(Face::Title);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddText({at.x, std::round(at.y + (px(kRowHeight) - ImGui::GetFontSize()) / 2)},
                                      ink(Role::Text), "adit");
  ImGui::Dummy({ImGui::CalcTextSize("adit").x, px(kRowHeight)});
  ImGui::SameLine(0, px(12));
}

void drawFiles(Bar& bar) {
  const bool open = !bar.input.deposit.empty();
  bar.icon(Action::Open, icons::kOpen, "Open");
  bar.icon(Action::Save, icons::kSave, "Save", {false, open});
  bar.icon(Action::SavePicture, icons::kPicture, "Picture", {false, open});
  bar.gap();
  bar.icon(Action::Undo, icons::kUndo, "Undo", {false, bar.input.canUndo});
  bar.icon(Action::Redo, icons::kRedo, "Redo", {false, bar.input.canRedo});
  bar.gap();
}

void drawTools(Bar& bar) {
  bar.tool(Action::ToolSelect, ToolKind::Orbit, icons::kSelect, "Select");
  bar.tool(Action::ToolDistance, ToolKind::MeasureDistance, icons::kDistance, "Distance");
  bar.tool(Action::ToolArea, ToolKind::MeasureArea, icons::kArea, "Area");
  bar.tool(Action::ToolPlane, ToolKind::MeasurePlane, icons::kPlane, "Plane");
  bar.tool(Action::ToolCut, ToolKind::CutPlane, icons::kCut, "Cut");
  bar.tool(Action::ToolWalk, ToolKind::Walk, icons::kWalk, "Walk");
  if (bar.input.state.tool == ToolKind::Walk) {
    bar.word(Action::WalkGround, bar.input.state.walk.ground ? "On foot" : "Flying",
             bar.input.state.walk.ground);
    bar.word(Action::WalkLamp, "Lamp", bar.input.state.walk.lamp);
  }
  if (!bar.input.deposit.assets.empty())
    bar.tool(Action::ToolPlace, ToolKind::PlaceAsset, icons::kAsset, "Place");
  bar.gap();
}

void drawDirections(Bar& bar) {
  // A narrow window leaves the compass to its keys: what has no other place stays.
  constexpr float kRoomForCompass = 960;
  const bool compass = ImGui::GetWindowWidth() >= px(kRoomForCompass);
  if (compass) {
    bar.word(Action::LookNorth, "N");
    bar.word(Action::LookEast, "E");
    bar.word(Action::LookSouth, "S");
    bar.word(Action::LookWest, "W");
    bar.word(Action::LookPlan, "Plan");
    bar.gap();
  }
  bar.word(Action::ToggleProjection, bar.input.state.camera.orthographic ? "Orthographic" : "Perspective");
  const bool flat = bar.input.state.sectionView.on;
  bar.word(flat ? Action::ViewWhole : Action::ViewSection, "Section", flat);
  bar.word(Action::ToggleHonest, "Honest", bar.input.state.honest.on);
  const float right = kRightButtons * px(kRowHeight) + px(24);
  if (!bar.input.deposit.plans.empty() && roomLeft() > textButtonWidth("Plan") + right)
    bar.word(Action::PlanToggle, "Mine", bar.input.state.plan.on);
  if (roomLeft() > textButtonWidth("Charts") + right)  // a narrow window has the key
    bar.word(Action::ToggleCharts, "Charts", bar.input.state.chart.shown);
}

void drawRight(Bar& bar) {
  const auto& found = bar.input.deposit.diagnostics;
  const std::size_t errors = geology::countSeverity(found, geology::Severity::Error);
  const std::size_t doubts = geology::countSeverity(found, geology::Severity::Warning);
  alignRight(kRightButtons * px(kRowHeight) + 2 * px(2));
  const Role role = errors > 0 ? Role::Error : doubts > 0 ? Role::Caution : Role::Text;
  const char* icon = errors > 0 ? icons::kError : doubts > 0 ? icons::kWarning : icons::kNote;
  bar.icon(Action::Diagnostics, icon, "Notes", {bar.memory.diagnosticsShown, true, role});
  bar.icon(Action::ToggleTheme, icons::kTheme, "Theme");
  bar.icon(Action::Help, icons::kHelp, "Help", {bar.memory.helpShown});
}

}  // namespace

void drawToolbar(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  Bar bar{input, memory, output};
  drawName();
  drawFiles(bar);
  drawTools(bar);
  drawDirections(bar);
  drawRight(bar);
}

}  // namespace adit::viewer
