#include "viewer/panels/style.h"

#include <array>
#include <cmath>
#include <cstdint>

namespace adit::viewer {
namespace {

struct RoleSpec {
  Role role;
  std::uint32_t dark, light;  ///< 0xRRGGBB
  ImGuiCol slot;              ///< where the applied style keeps it
};

constexpr std::array<RoleSpec, 11> kRoles{{
    {Role::Ground, 0x14171c, 0xe4dfd5, ImGuiCol_MenuBarBg},
    {Role::Panel, 0x1b2027, 0xf6f3ec, ImGuiCol_WindowBg},
    {Role::Raised, 0x232a33, 0xe9e4d9, ImGuiCol_FrameBg},
    {Role::Line, 0x2c343f, 0xcfc8ba, ImGuiCol_Separator},
    {Role::Text, 0xd9dfe7, 0x1d232b, ImGuiCol_Text},
    {Role::Quiet, 0x8a95a5, 0x55606d, ImGuiCol_TextDisabled},
    {Role::Accent, 0xd9905a, 0x974a14, ImGuiCol_CheckMark},
    {Role::Evidence, 0x4fb3a9, 0x12685f, ImGuiCol_PlotLines},
    {Role::Caution, 0xe5c04c, 0x755400, ImGuiCol_PlotHistogram},
    {Role::Error, 0xe8796b, 0xa42a1c, ImGuiCol_DragDropTarget},
    {Role::OnAccent, 0x14171c, 0xffffff, ImGuiCol_NavHighlight},
}};

const RoleSpec& specOf(Role role) {
  return kRoles[static_cast<std::size_t>(role)];
}

ImVec4 fromHex(std::uint32_t rgb) {
  const auto channel = [rgb](unsigned shift) { return static_cast<float>((rgb >> shift) & 0xffU) / 255.0F; };
  return {channel(16), channel(8), channel(0), 1};
}

ImVec4 mixed(const ImVec4& a, const ImVec4& b, float share) {
  return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, a.z + (b.z - a.z) * share, 1};
}

double luminance(const ImVec4& c) {
  const auto linear = [](float v) {
    const auto u = static_cast<double>(v);
    return u <= 0.03928 ? u / 12.92 : std::pow((u + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(c.x) + 0.7152 * linear(c.y) + 0.0722 * linear(c.z);
}

void applyColors(ImVec4* colors, Theme theme) {
  for (const RoleSpec& spec : kRoles) colors[spec.slot] = roleColor(spec.role, theme);
  const ImVec4 panel = roleColor(Role::Panel, theme), raised = roleColor(Role::Raised, theme),
               line = roleColor(Role::Line, theme), accent = roleColor(Role::Accent, theme);
  colors[ImGuiCol_ChildBg] = {0, 0, 0, 0};
  colors[ImGuiCol_PopupBg] = panel;
  colors[ImGuiCol_Border] = line;
  colors[ImGuiCol_BorderShadow] = {0, 0, 0, 0};
  colors[ImGuiCol_FrameBgHovered] = colors[ImGuiCol_FrameBgActive] = mixed(raised, line, 0.6F);
  colors[ImGuiCol_Button] = raised;
  colors[ImGuiCol_ButtonHovered] = mixed(raised, line, 0.6F);
  colors[ImGuiCol_ButtonActive] = line;
  colors[ImGuiCol_Header] = raised;
  colors[ImGuiCol_HeaderHovered] = colors[ImGuiCol_HeaderActive] = mixed(raised, line, 0.6F);
  colors[ImGuiCol_ScrollbarBg] = {0, 0, 0, 0};
  colors[ImGuiCol_ScrollbarGrab] = line;
  colors[ImGuiCol_ScrollbarGrabHovered] = colors[ImGuiCol_ScrollbarGrabActive] = accent;
  colors[ImGuiCol_SliderGrab] = colors[ImGuiCol_SliderGrabActive] = accent;
  colors[ImGuiCol_SeparatorHovered] = colors[ImGuiCol_SeparatorActive] = accent;
  colors[ImGuiCol_ResizeGrip] = {0, 0, 0, 0};
  colors[ImGuiCol_TextSelectedBg] = mixed(raised, accent, 0.35F);
  colors[ImGuiCol_ModalWindowDimBg] = {0, 0, 0, 0.5F};
}

}  // namespace

ImVec4 roleColor(Role role, Theme theme) {
  return fromHex(theme == Theme::Dark ? specOf(role).dark : specOf(role).light);
}

double contrastRatio(const ImVec4& a, const ImVec4& b) {
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

void applyStyle(ImGuiStyle& style, Theme theme, float scale) {
  style = ImGuiStyle();
  style.WindowPadding = {12, 8};
  style.FramePadding = {8, 4};
  style.ItemSpacing = {8, 4};
  style.ItemInnerSpacing = {4, 4};
  style.IndentSpacing = 16;
  style.ScrollbarSize = 8;
  style.GrabMinSize = 12;
  style.WindowRounding = style.ChildRounding = 0;
  style.PopupRounding = style.FrameRounding = style.GrabRounding = style.ScrollbarRounding = 4;
  style.WindowBorderSize = 0;
  style.FrameBorderSize = 0;
  style.PopupBorderSize = 1;
  style.WindowMinSize = {1, 1};
  style.DisplayWindowPadding = {0, 0};
  style.ScaleAllSizes(scale);
  style.MouseCursorScale = scale;
  applyColors(style.Colors, theme);
}

ImVec4 color(Role role) {
  return ImGui::GetStyleColorVec4(specOf(role).slot);
}

ImU32 ink(Role role, float alpha) {
  ImVec4 c = color(role);
  c.w = alpha;
  return ImGui::ColorConvertFloat4ToU32(c);
}

float px(float designPixels) {
  return std::round(designPixels * ImGui::GetStyle().MouseCursorScale);
}

}  // namespace adit::viewer
