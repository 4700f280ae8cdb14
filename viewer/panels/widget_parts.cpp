#include "viewer/panels/widget_parts.h"

#include <imgui_internal.h>

#include <cmath>

#include "viewer/panels/style.h"

namespace adit::viewer {

ItemBox item(const char* id, const ImVec2& size, bool enabled) {
  ImGui::BeginDisabled(!enabled);
  const bool clicked = ImGui::InvisibleButton(id, size);
  ImGui::EndDisabled();
  return {ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), enabled && ImGui::IsItemHovered(),
          enabled && ImGui::IsItemActive(), enabled && clicked};
}

ImU32 frameInk(const ItemBox& box) {
  return ImGui::GetColorU32(box.active    ? ImGuiCol_ButtonActive
                            : box.hovered ? ImGuiCol_ButtonHovered
                                          : ImGuiCol_Button);
}

void drawCentered(const ItemBox& box, const char* text, ImU32 textInk) {
  const ImVec2 size = ImGui::CalcTextSize(text), center = box.center();
  ImGui::GetWindowDrawList()->AddText({std::round(center.x - size.x / 2), std::round(center.y - size.y / 2)},
                                      textInk, text);
}

void drawIcon(const ItemBox& box, const char* icon, Face face, ImU32 iconInk) {
  const ImFont* glyphs = font(face);
  unsigned int code = 0;
  ImTextCharFromUtf8(&code, icon, nullptr);
  const ImFontGlyph* glyph = glyphs->FindGlyph(static_cast<ImWchar>(code));
  const ImVec2 center = box.center();
  ImGui::GetWindowDrawList()->AddText(glyphs, glyphs->FontSize,
                                      {std::round(center.x - (glyph->X0 + glyph->X1) / 2),
                                       std::round(center.y - (glyph->Y0 + glyph->Y1) / 2)},
                                      iconInk, icon);
}

float frameHeight() {
  return px(kControlHeight);
}

}  // namespace adit::viewer
