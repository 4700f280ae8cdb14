#include "viewer/panels/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "viewer/panels/fonts.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/widget_parts.h"

namespace adit::viewer {
namespace {

constexpr float kHintDelay = 0.4F;  ///< seconds of rest before a hint appears

}  // namespace

float roomLeft() {
  return ImGui::GetContentRegionAvail().x;
}

float textButtonWidth(const char* label) {
  return ImGui::CalcTextSize(label, ImGui::FindRenderedTextEnd(label)).x + px(20);
}

void besideIfRoom(float width) {
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  if (ImGui::GetItemRectMax().x + px(4) + width <= right) ImGui::SameLine(0, px(4));
}

void alignRight(float width) {
  ImGui::SetCursorPosX(std::max(ImGui::GetCursorPosX(), ImGui::GetWindowContentRegionMax().x - width));
}

void hintOfLastItem(const Hint& hint) {
  if (hint.text.empty() || !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
  if (ImGui::IsAnyMouseDown() || GImGui->HoveredIdTimer < kHintDelay) return;
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(px(300));
  ImGui::TextUnformatted(hint.text.c_str());
  ImGui::PopTextWrapPos();
  if (!hint.key.empty()) ImGui::TextColored(color(Role::Accent), "%s", hint.key.c_str());
  ImGui::EndTooltip();
}

void clippedText(const ImVec2& at, float right, const std::string& text, ImU32 textInk) {
  ImGui::PushStyleColor(ImGuiCol_Text, textInk);
  const ImVec2 size = ImGui::CalcTextSize(text.c_str());
  if (at.x + size.x <= right)
    ImGui::GetWindowDrawList()->AddText(at, textInk, text.c_str());
  else if (right > at.x)
    ImGui::RenderTextEllipsis(ImGui::GetWindowDrawList(), at, {right, at.y + size.y + 1}, right, right,
                              text.c_str(), nullptr, &size);
  ImGui::PopStyleColor();
}

bool sectionHeader(const char* title, std::set<std::string>& folded, const Hint& hint) {
  const bool open = !folded.contains(title);
  const ItemBox box = item(title, {roomLeft(), px(kRowHeight)});
  {
    const FaceScope face(Face::SmallStrong);
    const float y = std::round(box.center().y - ImGui::GetFontSize() / 2);
    clippedText({box.min.x, y}, box.max.x - px(20), title, ink(box.hovered ? Role::Text : Role::Quiet));
  }
  const ItemBox arrow{{box.max.x - px(16), box.min.y}, box.max, false, false, false};
  if ((box.hovered || !open) && iconsAvailable())
    drawIcon(arrow, open ? icons::kExpanded : icons::kCollapsed, Face::Body, ink(Role::Quiet));
  hintOfLastItem(hint);
  if (box.clicked) open ? void(folded.insert(title)) : void(folded.erase(title));
  return open;
}

void factRow(const std::string& label, const std::string& value, Role valueRole) {
  const float left = ImGui::GetCursorScreenPos().x, height = px(20);
  ImGui::Dummy({roomLeft(), height - ImGui::GetStyle().ItemSpacing.y});
  const float right = ImGui::GetItemRectMax().x;
  const float y =
      std::round((ImGui::GetItemRectMin().y + ImGui::GetItemRectMax().y - ImGui::GetFontSize()) / 2);
  const float valueWidth = ImGui::CalcTextSize(value.c_str()).x,
              labelWidth = ImGui::CalcTextSize(label.c_str()).x;
  const float room = right - left - px(8);
  const float labelShare = std::min(labelWidth, std::max(room * 0.4F, room - valueWidth));
  clippedText({left, y}, left + labelShare, label, ink(Role::Quiet));
  const float valueLeft = std::max(left + labelShare + px(8), right - valueWidth);
  clippedText({valueLeft, y}, right, value, ink(valueRole));
  const bool shortened = labelShare < labelWidth || valueLeft + valueWidth > right + 1;
  if (shortened && ImGui::IsItemHovered()) ImGui::SetTooltip("%s: %s", label.c_str(), value.c_str());
}

void paragraph(const std::string& text, Role role) {
  ImGui::PushStyleColor(ImGuiCol_Text, color(role));
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
}

void rowLabel(const char* label, float controlX) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float x = ImGui::GetCursorPosX();
  clippedText({at.x, std::round(at.y + (frameHeight() - ImGui::GetFontSize()) / 2)},
              at.x + px(controlX) - px(4), label, ink(Role::Quiet));
  ImGui::SetCursorPosX(x + px(controlX));
}

bool iconButton(const char* id, const char* icon, const char* word, const Hint& hint,
                const ButtonLook& look) {
  const bool drawn = iconsAvailable();
  const float width = drawn ? px(kRowHeight) : ImGui::CalcTextSize(word).x + px(12);
  const ItemBox box = item(id, {width, look.compact ? frameHeight() : px(kRowHeight)}, look.enabled);
  if (box.hovered || look.active)
    ImGui::GetWindowDrawList()->AddRectFilled(box.min, box.max, frameInk(box), px(4));
  const Role role = !look.enabled ? Role::Line : look.active ? Role::Accent : look.iconRole;
  drawn ? drawIcon(box, icon, Face::Icon, ink(role)) : drawCentered(box, word, ink(role));
  hintOfLastItem(hint);
  return box.clicked;
}

bool textButton(const char* label, const Hint& hint, const ButtonLook& look, float width) {
  const std::string shown(label, ImGui::FindRenderedTextEnd(label));
  const float textWidth = ImGui::CalcTextSize(shown.c_str()).x;
  const float wide = width > 0 ? width : textWidth + px(look.flat ? 14 : 20);
  const ItemBox box = item(label, {wide, look.flat ? px(kRowHeight) : frameHeight()}, look.enabled);
  const bool framed = !look.flat || box.hovered || look.active;
  if (framed)
    ImGui::GetWindowDrawList()->AddRectFilled(box.min, box.max,
                                              look.active ? ink(Role::Accent) : frameInk(box), px(4));
  const Role role = look.active ? Role::OnAccent : look.enabled ? look.iconRole : Role::Quiet;
  clippedText({std::round(std::max(box.min.x + px(4), box.center().x - textWidth / 2)),
               std::round(box.center().y - ImGui::GetFontSize() / 2)},
              box.max.x - px(2), shown, ink(role));
  hintOfLastItem(hint);
  return box.clicked;
}

bool eyeToggle(const char* id, bool visible, const Hint& hint) {
  const ItemBox box = item(id, {px(24), frameHeight()});
  const ImU32 eyeInk = ink(visible ? Role::Accent : Role::Quiet);
  if (iconsAvailable())
    drawIcon(box, visible ? icons::kEye : icons::kEyeOff, Face::Body, eyeInk);
  else
    drawCentered(box, visible ? "on" : "off", eyeInk);
  hintOfLastItem(hint);
  return box.clicked;
}

bool checkRow(const char* label, bool checked, const Hint& hint) {
  const char* end = ImGui::FindRenderedTextEnd(label);
  const ItemBox box = item(label, {roomLeft(), frameHeight()});
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float side = px(14), y = std::round(box.center().y - side / 2);
  const ImVec2 corner{box.min.x, y}, far{box.min.x + side, y + side};
  list->AddRectFilled(corner, far, checked ? ink(Role::Accent) : frameInk(box), px(3));
  if (!checked) list->AddRect(corner, far, ink(Role::Quiet), px(3));
  if (checked)
    ImGui::RenderCheckMark(list, {corner.x + px(3), corner.y + px(3)}, ink(Role::OnAccent), side - px(6));
  clippedText({far.x + px(8), std::round(box.center().y - ImGui::GetFontSize() / 2)}, box.max.x,
              std::string(label, end), ink(Role::Text));
  hintOfLastItem(hint);
  return box.clicked;
}

}  // namespace adit::viewer
