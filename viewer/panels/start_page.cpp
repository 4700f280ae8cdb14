// What stands in the window while nothing is open.
#include <cmath>

#include "viewer/panels/actions.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/widget_parts.h"

namespace adit::viewer {
namespace {

constexpr float kPageWidth = 480;
constexpr const char* kDemo = "synthetic:porphyry?seed=7";

struct StartChoice {
  const char* id;
  const char* icon;
  const char* title;
  const char* text;
  Hint hint;
};

/// A raised card with an icon, a title and a sentence; true when clicked.
bool startCard(const StartChoice& choice) {
  const ItemBox box = item(choice.id, {roomLeft(), px(64)});
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(box.min, box.max, frameInk(box), px(6));
  if (box.hovered) list->AddRect(box.min, box.max, ink(Role::Accent), px(6));
  if (iconsAvailable())
    drawIcon({box.min, {box.min.x + px(56), box.max.y}}, choice.icon, Face::Icon, ink(Role::Accent));
  const float left = box.min.x + px(56), right = box.max.x - px(72);
  {
    const FaceScope strong(Face::Strong);
    clippedText({left, box.min.y + px(14)}, right, choice.title, ink(Role::Text));
  }
  clippedText({left, box.min.y + px(35)}, box.max.x - px(8), choice.text, ink(Role::Quiet));
  const float keyWidth = ImGui::CalcTextSize(choice.hint.key.c_str()).x;
  clippedText({box.max.x - keyWidth - px(12), box.min.y + px(14)}, box.max.x, choice.hint.key,
              ink(Role::Quiet));
  hintOfLastItem(choice.hint);
  return box.clicked;
}

void drawRecent(const PanelInput& input, PanelOutput& output) {
  if (input.recent.empty()) return;
  ImGui::Dummy({0, px(8)});
  {
    const FaceScope small(Face::SmallStrong);
    ImGui::TextColored(color(Role::Quiet), "RECENT");
  }
  for (const std::string& path : input.recent) {
    const ItemBox box = item(path.c_str(), {roomLeft(), frameHeight()});
    if (box.hovered) ImGui::GetWindowDrawList()->AddRectFilled(box.min, box.max, frameInk(box), px(4));
    clippedText({box.min.x + px(8), std::round(box.center().y - ImGui::GetFontSize() / 2)}, box.max.x - px(8),
                path, ink(Role::Text));
    hintOfLastItem({"Open " + path, ""});
    if (box.clicked) request(output, AppRequest::Kind::OpenPath, path);
  }
}

}  // namespace

void drawStartPage(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const float width = std::min(px(kPageWidth), ImGui::GetWindowWidth() - px(32));
  const float top = std::max(px(16), ImGui::GetWindowHeight() * 0.18F);
  ImGui::SetCursorPos({std::round((ImGui::GetWindowWidth() - width) / 2), std::round(top)});
  ImGui::BeginChild("##start", {width, ImGui::GetWindowHeight() - top - px(16)}, false,
                    ImGuiWindowFlags_NoBackground);
  {
    const FaceScope title(Face::Title);
    ImGui::TextUnformatted("Walk into a deposit");
  }
  paragraph(
      "Drop the files or the folder of a mine here: drillholes, block models, surfaces, terrain. Every file "
      "is "
      "recognised by what is in it.");
  ImGui::Dummy({0, px(8)});
  if (startCard({"##open", icons::kOpen, "Open a folder or files",
                 "CSV, DXF, OBJ, STL, PLY, GeoTIFF, VTK, glTF, .adit", hintOf(Action::Open)}))
    perform(Action::Open, input, memory, output);
  ImGui::Dummy({0, px(4)});
  if (startCard({"##demo",
                 icons::kDemo,
                 "Open the demo",
                 "A synthetic porphyry deposit with its drillholes, blocks and terrain",
                 {"Everything in it is made up, and says so.", ""}}))
    request(output, AppRequest::Kind::OpenPath, kDemo);
  drawRecent(input, output);
  ImGui::EndChild();
}

}  // namespace adit::viewer
