// All keys and what the mouse does, on one sheet over the view.
#include <algorithm>
#include <cstring>

#include "viewer/panels/actions.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/panels.h"

namespace adit::viewer {
namespace {

constexpr float kColumnWidth = 300, kKeyWidth = 124;  ///< design pixels

void drawLine(const std::string& keys, const char* title) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + roomLeft(), keyWidth = std::min(px(kKeyWidth), roomLeft() * 0.4F);
  clippedText(at, at.x + keyWidth - px(8), keys, ink(Role::Accent));
  clippedText({at.x + keyWidth, at.y}, right, title, ink(Role::Text));
  ImGui::Dummy({roomLeft(), ImGui::GetFontSize()});
  hintOfLastItem({std::string(title) + ".", keys});
}

void drawTitle(const char* title) {
  ImGui::Dummy({0, px(8)});
  const FaceScope face(Face::SmallStrong);
  ImGui::TextColored(color(Role::Quiet), "%s", title);
}

void drawMouse() {
  drawTitle("Mouse");
  for (const MouseHelp& line : mouseHelp()) drawLine(line.gesture, line.title);
}

/// Other keys of the same action stand on the same line.
std::string keysOf(Action action) {
  std::string keys;
  for (const Shortcut& s : shortcuts())
    if (s.action == action) keys += (keys.empty() ? "" : ", ") + chordText(s.chord);
  return keys;
}

void drawGroup(const char* group) {
  drawTitle(group);
  std::set<Action> seen;
  for (const Shortcut& s : shortcuts())
    if (std::strcmp(s.group, group) == 0 && seen.insert(s.action).second) drawLine(keysOf(s.action), s.title);
}

}  // namespace

void drawHelpSheet(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  {
    const FaceScope face(Face::Title);
    ImGui::TextUnformatted("Keys and mouse");
  }
  ImGui::SameLine();
  alignRight(px(kRowHeight));
  if (iconButton("##close", icons::kRemove, "x", {"Close", hintOf(Action::Cancel).key}))
    perform(Action::Help, input, memory, output);
  const int columns = std::clamp(static_cast<int>(roomLeft() / px(kColumnWidth)), 1, 3);
  if (!ImGui::BeginTable("##help", columns)) return;
  ImGui::TableNextColumn();
  drawMouse();
  drawGroup("File");
  ImGui::TableNextColumn();
  drawGroup("View");
  ImGui::TableNextColumn();
  drawGroup("Tools");
  drawGroup("Sections");
  drawGroup("Display");
  ImGui::EndTable();
}

}  // namespace adit::viewer
